"""What a credential can be and mean: references to records, values that carry their own state, signed claims."""

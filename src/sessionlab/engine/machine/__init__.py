"""Programs as clients: what proves continuity for them, one kind a file."""

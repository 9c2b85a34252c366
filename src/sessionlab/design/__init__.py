"""The design: which switches there are, what they may say together, and one complete choice of all of them."""

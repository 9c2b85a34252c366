"""The whole experiment as one immutable value, and the one function that changes it."""

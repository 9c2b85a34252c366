"""Cookies by the book: Parse, Store, Retrieve, Serialize and Garbage Collect, one algorithm a file, all pure."""

"""The terminal: values drawn with rich, which is imported only when something is drawn."""

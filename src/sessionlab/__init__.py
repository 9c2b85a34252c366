"""Session Lab: how login state survives between HTTP requests, made visible, exact and testable."""

__version__ = "0.1.0"

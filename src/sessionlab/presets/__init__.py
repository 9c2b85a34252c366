"""Designs of real frameworks, one file a framework: applications that were run and measured, or are documented."""

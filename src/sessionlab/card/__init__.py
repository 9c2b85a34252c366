"""The session card: what a design, or a running application, is found to be by experiment alone."""

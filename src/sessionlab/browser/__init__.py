"""The browser: it decides what a request is: its site, its initiator, its level."""

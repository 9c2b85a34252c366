"""The lab's web page: a small stateless server, and the static page that it serves."""

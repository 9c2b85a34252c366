"""The command line. One file holds a command or a family of them; `main` lists them and is the one place for errors."""

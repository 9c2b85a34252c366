"""Where a real server keeps its sessions: one store a file, all behind the same small port."""

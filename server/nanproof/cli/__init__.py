"""The terminal: what to check, in which processes, how it is printed and which exit code follows."""

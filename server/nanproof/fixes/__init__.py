"""The fixes: one kind of edit a file."""

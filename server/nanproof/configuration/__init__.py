"""What a person sets: read from a file, an editor or a command line by one schema, checked, and merged."""

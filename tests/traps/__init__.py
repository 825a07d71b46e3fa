"""A workspace in which every name that something might run is a trap: nothing of it may run, nothing leave it."""

"""What is being computed, read from how it is written: compositions, losses, written numbers."""

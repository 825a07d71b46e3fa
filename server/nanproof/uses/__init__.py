"""What becomes of a result: what is put on it, whether it is compared, replaced, differentiated, compiled."""

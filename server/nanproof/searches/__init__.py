"""What a person asks who has a NaN, from an entry or a log to all that is told of it; for both edges."""

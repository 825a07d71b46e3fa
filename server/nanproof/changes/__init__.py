"""Whether a value can be another one somewhere else: what runs in between, and what that writes into."""

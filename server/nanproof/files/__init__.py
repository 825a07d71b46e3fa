"""Files: which there are to check, what they hold, and what they would hold with other text; for both edges."""

"""Findings on paper: rows, columns and the lines concerned, as the terminal prints them; for both edges."""

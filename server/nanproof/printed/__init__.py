"""Findings on paper: as the terminal prints them, and as a baseline holds those that are lived with; for both edges."""

"""Tests of what is being computed."""

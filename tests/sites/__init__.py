"""Tests of where operations stand."""

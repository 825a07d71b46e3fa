"""Planted faults: where, which, and whether the fast tests notice them. `benchmarks/mutants.py` runs them."""

"""Whole programs as a product: a table of faults and a table of styles in which people write them.

Each program runs before and after every single repair that is offered. `tests/oracle/test_dressed.py` runs a sample
that has each fault and each style at least once, `benchmarks/proof.py` all of them.
"""

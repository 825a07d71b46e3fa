"""Long fuzzers: what they edit, whom they believe, and what they compare. `benchmarks/fuzz.py` runs them."""

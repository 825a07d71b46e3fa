"""Public repositories at a commit, and what nanproof says of them. `benchmarks/corpus.py` and `labels.py` ask."""

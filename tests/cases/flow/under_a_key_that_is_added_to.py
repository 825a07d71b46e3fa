"""Counts that start at 0 under every key are something else once they are added to, and 0 where nobody adds."""

import numpy as np


class Ngrams:
    def fit(self, counts):
        totals = {n: 0 for n in range(3)}
        kept = {n: 0 for n in range(3)}
        for n in counts:
            totals[n] += counts[n] * 0.5
        self._totals = totals
        self._kept = kept

    def added_to(self, n):
        total = self._totals[n]
        return np.log(total)

    def as_they_were(self, n):
        kept = self._kept[n]
        return np.log(kept)
    #          ^^^^^^^^^^^^ NAN101 error: `kept` is 0: log(0) is -inf

"""What an attribute holds when `backward` is called on it is what is trained on, as for a name."""

import torch


class Trainer:
    def step(self, x, y):
        self.value = self.measure(x, y)
        self.value.backward()

    def measure(self, x, y):
        spread = x.max() - x.min()
        return ((x - y) / spread).mean()
        #       ^^^^^^^^^^^^^^^^ NAN102 warning: `spread` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: (x - y) / spread.clamp(min=1e-7)
        # or (unsafe): (x - y) / (spread + 1e-8)
        # from: `x.max() - x.min()` made here, exactly 0 where all elements are equal

    def report(self, x, y):
        self.seen = self.other(x, y)
        print(self.seen)

    def other(self, x, y):
        spread = x.max() - x.min()
        return ((x - y) / spread).mean()
        #       ^^^^^^^^^^^^^^^^ NAN102 information: `spread` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: (x - y) / spread.clamp(min=1e-7)
        # or (unsafe): (x - y) / (spread + 1e-8)
        # from: `x.max() - x.min()` made here, exactly 0 where all elements are equal

    def in_place(self, x, y):
        spread = x.max() - x.min()
        self.value = ((x - y) / spread).mean()
        #             ^^^^^^^^^^^^^^^^ NAN102 warning: `spread` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: (x - y) / spread.clamp(min=1e-7)
        # or (unsafe): (x - y) / (spread + 1e-8)
        # from: `x.max() - x.min()` made here, exactly 0 where all elements are equal
        self.value.backward()

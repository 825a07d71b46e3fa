"""What is scattered into zeros is added up at each place, as the sum of a segment is: 0 where all that is added is, or nothing.

Ones that are added are a count of each, which is not 0 where the places that were counted pick it.
"""

import tensorflow as tf
import torch
from torch import nn


class Pooling(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.fc = nn.Linear(3, 3)
        self.n = n

    def of_each_row(self, x, seg):
        p = torch.relu(self.fc(x))
        total = torch.zeros(self.n, 3).index_add_(0, seg, p)
        return p / total[seg]
        #      ^^^^^^^^^^^^^^ NAN102 warning: `total[seg]` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0

    def in_a_statement(self, x, seg):
        p = torch.relu(self.fc(x))
        total = torch.zeros(self.n, 3)
        total.scatter_add_(0, seg, p)
        return p / total.gather(0, seg)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `total.gather(0, seg)` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0

    def by_exponentials(self, x, seg):
        e = torch.exp(torch.clamp(self.fc(x), max=80.0))
        return e / x.new_zeros(self.n, 3).index_add(0, seg, e)[seg]
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `x.new_zeros(…).index_add(…)[…]` can be 0, as an exponential can: x / 0 is Inf or NaN; keep it away from 0

    def reduced(self, x, seg):
        p = torch.relu(self.fc(x))
        total = torch.zeros(self.n, 3).scatter_reduce(0, seg, p, reduce="sum")
        most = torch.zeros(self.n, 3).scatter_reduce(0, seg, p, reduce="amax")
        return p / total[seg], p / most[seg]
        #      ^^^^^^^^^^^^^^ NAN102 warning: `total[seg]` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0

    def mean(self, x, seg):
        count = torch.zeros(self.n, 1).scatter_reduce_(0, seg, torch.ones_like(x), "sum")
        total = torch.zeros(self.n, 3).index_add_(0, seg, x)
        return total / count
        #      ^^^^^^^^^^^^^ NAN102 warning: `count` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0

    def of_its_own(self, x, seg):
        count = torch.zeros(self.n).index_add_(0, seg, torch.ones_like(x))
        return x / count[seg]


def of_places(x, places, n):
    total = tf.scatter_nd(places, tf.nn.relu(x), [n])
    count = tf.tensor_scatter_nd_add(tf.zeros([n]), places, tf.ones_like(x))
    return x / tf.gather_nd(total, places), x / count[:, None], x / tf.gather_nd(count, places)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.gather_nd(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    #                                       ^^^^^^^^^^^^^^^^^^ NAN102 warning: `count[:, None]` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


# What keeps the sum above 0 is seen, and so is a largest that was subtracted: one exponential is 1.


class Kept(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.fc = nn.Linear(3, 3)
        self.n = n

    def with_an_epsilon(self, x, seg):
        p = torch.relu(self.fc(x))
        total = torch.zeros(self.n, 3).index_add_(0, seg, p)
        return p / (total[seg] + 1e-6), p / total[seg].clamp(min=1e-6)

    def from_an_epsilon(self, x, seg):
        p = torch.relu(self.fc(x))
        return p / torch.full((self.n, 3), 1e-6).index_add_(0, seg, p)[seg]

    def with_loops(self, x, seg):
        return x / torch.ones(self.n).index_add_(0, seg, torch.ones_like(x))

    def filled(self, x, seg):
        total = torch.zeros(self.n, 3).index_add_(0, seg, torch.relu(self.fc(x)))
        total[total == 0] = 1
        return x / total[seg]

    def shifted(self, x, seg):
        s = self.fc(x)
        e = torch.exp(s - s.max())
        return e / torch.zeros(self.n, 3).index_add_(0, seg, e)[seg]

    def of_what_is_unique(self, x, seg):
        found, places = torch.unique(seg, return_inverse=True)
        return x / torch.zeros(len(found)).index_add_(0, places, torch.ones_like(x))

    def of_what_is_unknown(self, x, seg):
        return x / torch.zeros(self.n).index_add_(0, seg, x)[seg]

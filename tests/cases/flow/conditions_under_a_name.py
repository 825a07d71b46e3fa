"""A condition that got a name before it is asked excludes what it excludes where it is written out,
as long as its names hold what they held when it was asked."""

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def asked(x):
    n = torch.relu(x).sum()
    ok = n > 0
    if ok:
        return 1 / n
    return n


def left_before(x):
    n = torch.relu(x).sum()
    empty = n == 0
    if empty:
        return n
    return torch.log(n)


def chosen(x):
    low, high = x.min(), x.max()
    ok = high > low
    return (x - low) / (high - low) if ok else x


def written_out(x):
    n = torch.relu(x).sum()
    if n > 0:
        return 1 / n
    return n


def negated(x):
    n = torch.relu(x).sum()
    empty = n <= 0
    return n if empty else 1 / n


def both(x, training):
    n = tf.reduce_sum(tf.nn.relu(x))
    ok = n > 0
    if training and ok:
        return tf.math.log(n)
    return n


def unless(x):
    n = np.maximum(x, 0).sum()
    ok = n > 0
    if not ok:
        return n
    return np.log(n)


def asserted(x):
    n = jnp.sum(jnp.maximum(x, 0))
    ok = n > 0
    assert ok
    return jnp.log(n)


def under_two_names(x):
    n = torch.relu(x).sum()
    ok = n > 0
    fine = ok
    if fine:
        return 1 / n
    return n


class Held:
    def forward(self, x):
        self.n = torch.relu(x).sum()
        ok = self.n > 0
        if ok:
            return 1 / self.n
        return x


class HeldBad:
    def forward(self, x, y):
        self.n = torch.relu(x).sum()
        ok = self.n > 0
        self.n = torch.relu(y).sum()
        if ok:
            return 1 / self.n
            #      ^^^^^^^^^^ NAN102 warning: `self.n` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
        return x


def rebound(x, y):
    n = torch.relu(x).sum()
    ok = n > 0
    n = torch.relu(y).sum()
    if ok:
        return 1 / n
        #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    return n


def in_a_loop(xs):
    n = torch.relu(xs[0]).sum()
    ok = n > 0
    for x in xs:
        if ok:
            y = 1 / n
            #   ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
        n = torch.relu(x).sum()
    return y


def of_another(x, y):
    n, m = torch.relu(x).sum(), torch.relu(y).sum()
    ok = m > 0
    if ok:
        return 1 / n
        #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    return n


def the_other_way(x):
    n = torch.relu(x).sum()
    empty = n == 0
    if empty:
        return 1 / n
        #      ^^^^^ NAN102 error: `n` is 0: x / 0 is Inf or NaN; keep it away from 0
    return n


def either(x, flag):
    n = torch.relu(x).sum()
    ok = n > 0
    if flag:
        ok = True
    if ok:
        return 1 / n
        #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    return n


def in_a_comprehension(x):
    n = torch.relu(x).sum()
    ok = n > 0
    return [1 / n if ok else 0 for _ in range(3)]


def in_branches(x):
    n = tf.reduce_sum(tf.nn.relu(x))
    ok = n > 0
    return tf.cond(ok, lambda: 1 / n, lambda: n)


def in_branches_of_another(x, ns):
    n = tf.reduce_sum(tf.nn.relu(x))
    ok = n > 0
    return [1 / n if ok else 0 for n in tf.nn.relu(x)]
    #       ^^^^^ NAN102 warning: `n` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def local_branches(x):
    n = tf.reduce_sum(tf.nn.relu(x))
    ok = n > 0

    def f():
        return 1 / n

    def g():
        return 1 / n
        #      ^^^^^ NAN102 error: `n` is 0: x / 0 is Inf or NaN; keep it away from 0

    return tf.cond(ok, f, g)


def sometimes(xs):
    n = torch.relu(xs[0]).sum()
    for i, x in enumerate(xs):
        if i % 2 == 0:
            ok = n > 0
        n = torch.relu(x).sum()
        if ok:
            y = 1 / n
            #   ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    return y


def walrus(x):
    n = torch.relu(x).sum()
    if (ok := n > 0):
        n = 1 / n
    return n

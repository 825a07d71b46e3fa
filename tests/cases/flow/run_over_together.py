"""A target of `zip` or `enumerate` takes the items of its own argument; `list`, `tuple`, `reversed`, `map` keep them."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def side_by_side(xs, ys):
    probs = [torch.softmax(x, -1) for x in xs]
    return sum((y * torch.log(p)).sum() for p, y in zip(probs, ys))
    #               ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104


def the_other_side(xs, ys):
    probs = [torch.softmax(x, -1) for x in xs]
    return sum((p * torch.log(y)).sum() for p, y in zip(probs, ys, strict=True))
    #               ^^^^^^^^^^^^ NAN101 information: nothing here shows that `y` stays above 0


def numbered(xs):
    total = 0.0
    for i, p in enumerate(torch.sigmoid(x) for x in xs):
        total = total - torch.log(p) * i
        #               ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89
    return total


def numbered_together(xs, ys):
    probs = [tf.nn.softmax(x) for x in tf.unstack(xs)]
    return [tf.math.log(p) * y for _, (y, p) in enumerate(zip(ys, probs))]
    #       ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87


def kept(xs):
    probs = tuple(jax.nn.softmax(x) for x in xs)
    return jnp.log(probs[0]), [jnp.log(p) for p in reversed(list(probs))]
    #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `probs[0]` is a softmax, exactly 0 once a logit trails the largest by 87
    #                          ^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87


def mapped(xs):
    probs = list(map(torch.sigmoid, xs))
    return torch.log(probs[-1])
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs[-1]` is a sigmoid, exactly 0 for inputs below -89


def in_pairs(xs):
    pairs = [(torch.sigmoid(x), x) for x in xs]
    return sum(torch.log(p) + torch.log(x) for p, x in pairs)
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89
    #                         ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0


def yielded(xs):
    for x in xs:
        yield torch.sigmoid(x)


def of_a_generator(xs):
    return sum(torch.log(p) for p in yielded(xs))
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89


def splatted(xs):
    probs = [torch.sigmoid(x) for x in xs]
    reveal_range(probs[0])  # [0, 1] float32
    for p, q in zip(*probs):
        reveal_range(p)  # unknown

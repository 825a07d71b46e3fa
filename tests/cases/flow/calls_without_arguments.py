"""A call that lacks what it needs tells nothing, and what is made of things that are no numbers is none."""

import functools

import tensorflow as tf
import torch


def of_nothing(x):
    values = list()
    reveal_range(values)  # unknown
    reveal_range(functools.partial()(x))  # unknown
    reveal_range(tuple())  # unknown
    reveal_range(torch.compile()(x))  # unknown
    reveal_range(list(map()))  # unknown
    reveal_range(tf.keras.Model()(x))  # any value float32
    return values


def of_something(x):
    reveal_range(list(torch.softmax(x, -1)))  # [0, 1] float32 takes 0, 1
    reveal_range(list({"p": torch.softmax(x, -1)}))  # unknown
    reveal_range(list("relu"))  # unknown
    reveal_range(list((torch.softmax(x, -1), x)))  # not a number
    reveal_range(list((torch.softmax(x, -1), x))[0])  # [0, 1] float32 takes 0, 1


@torch.compile()
def compiled(x):
    return torch.log(x)
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(x, min=1e-10))

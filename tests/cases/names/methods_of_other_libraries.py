"""A method is PyTorch's only where what it is called of is: not that of a series, or of another framework's array."""

import geometry
import mxnet as mx
import pandas as pd
import polars
import torch


def of_a_series(path):
    s = pd.read_csv(path)["a"]
    return 1 / s.clip(0, 1)


def of_an_array(x):
    out = mx.nd.array(x)
    return 1 / out.clip(0, 1)


def of_something_imported(path):
    shape = geometry.load(path)
    # FIXME: nothing, or no more than information: whose it is stands in another library
    return 1 / shape.clamp(0, 1)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `shape.clamp(0, 1)` masks nothing: its lower bound 0 is let through; take a larger one


def of_a_tensor(x: torch.Tensor):
    return 1 / x.clamp(0, 1)
    #      ^^^^^^^^^^^^^^^^^ NAN201 warning: `x.clamp(0, 1)` masks nothing: its lower bound 0 is let through, and x / 0 is Inf or NaN; take a larger one


def of_a_row(path):
    frame = polars.read_csv(path)
    for row in frame:
        print(row.log())
    return 1 / frame["a"].clip(0, 1)


def made_a_tensor_of(path):
    s = pd.read_csv(path)["a"]
    x = torch.tensor(s.values)
    return 1 / x.clamp(0, 1)
    #      ^^^^^^^^^^^^^^^^^ NAN201 warning: `x.clamp(0, 1)` masks nothing: its lower bound 0 is let through, and x / 0 is Inf or NaN; take a larger one


def handed_over(x, path):
    s = pd.read_csv(path)
    return s, 1 / x.clamp(0, 1)
    #         ^^^^^^^^^^^^^^^^^ NAN201 warning: `x.clamp(0, 1)` masks nothing: its lower bound 0 is let through, and x / 0 is Inf or NaN; take a larger one


def one_or_the_other(x, path):
    s = pd.read_csv(path) if path else x
    if path is None:
        s = x
    return 1 / s.clamp(0, 1)
    #      ^^^^^^^^^^^^^^^^^ NAN201 warning: `s.clamp(0, 1)` masks nothing: its lower bound 0 is let through, and x / 0 is Inf or NaN; take a larger one

# A function is evaluated anew for each call, and a condition on a known argument leaves one branch.

import torch


def above(x, lo):
    if lo > 1:
        return torch.softmax(x, -1)
    return torch.sigmoid(x) + 1.0


def calls_above(x):
    a = torch.log(above(x, 0))
    b = torch.log(above(x, 1))
    c = torch.log(above(x, 2))
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `above(x, 2)` is a softmax
    d = torch.log(above(x, "2"))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `above(x, "2")` is a softmax
    return a, b, c, d


def between(x, lo):
    if 0 < lo < 3:
        return torch.softmax(x, -1)
    return torch.sigmoid(x) + 1.0


def calls_between(x):
    a = torch.log(between(x, 2))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `between(x, 2)` is a softmax
    b = torch.log(between(x, 5))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `between(x, 5)` is a softmax
    # FIXME: a chain is never decided, so every branch is taken
    return a, b


def named(x, how):
    if how == "soft":
        return torch.softmax(x, -1)
    elif how != "none" and how is not None:
        return torch.relu(x)
    return torch.sigmoid(x) + 1.0


def calls_named(x):
    a = torch.log(named(x, "soft"))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `named(x, "soft")` is a softmax
    b = torch.log(named(x, "hard"))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `named(x, "hard")` is a ReLU
    c = torch.log(named(x, "none"))
    d = torch.log(named(x, None))
    e = torch.log(named(x, 3))
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `named(x, 3)` is a softmax
    return a, b, c, d, e


def numbered(x, how):
    if how == 1:
        return torch.softmax(x, -1)
    return torch.sigmoid(x) + 1.0


def calls_numbered(x):
    a = torch.log(numbered(x, 1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `numbered(x, 1)` is a softmax
    b = torch.log(numbered(x, "one"))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `numbered(x, "one")` is a softmax
    c = torch.log(numbered(x, None))
    return a, b, c


def beyond(x, lo):
    if lo >= 1 or lo <= -1:
        return torch.softmax(x, -1)
    return torch.sigmoid(x) + 1.0


def calls_beyond(x):
    a = torch.log(beyond(x, 1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `beyond(x, 1)` is a softmax
    b = torch.log(beyond(x, -1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `beyond(x, -1)` is a softmax
    c = torch.log(beyond(x, 0))
    return a, b, c


def flagged(x, soft=False):
    if not soft:
        x = torch.sigmoid(x) + 1.0
    else:
        x = torch.softmax(x, -1)
    return x


def calls_flagged(x, soft):
    a = torch.log(flagged(x))
    b = torch.log(flagged(x, soft=True))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `flagged(x, soft=True)` is a softmax
    c = torch.log(flagged(x, soft))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `flagged(x, soft)` can be 0, as a softmax can
    d = torch.log(flagged(x, None))
    e = torch.log(flagged(x, "yes"))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `flagged(x, "yes")` is a softmax
    return a, b, c, d, e


def left_before(x, soft=False):
    if not soft:
        return torch.sigmoid(x) + 1.0
    return torch.softmax(x, -1)


def calls_left_before(x, soft):
    a = torch.log(left_before(x))
    b = torch.log(left_before(x, soft=True))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `left_before(x, soft=True)` is a softmax
    c = torch.log(left_before(x, soft))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `left_before(x, soft)` can be 0, as a softmax can
    return a, b, c


def left_before_the_last(xs, soft=False):
    total = 0.0
    for x in xs:
        if soft:
            total = torch.softmax(x, -1)
            continue
        total = torch.sigmoid(x) + 1.0
    return total


def calls_left_before_the_last(xs):
    return torch.log(left_before_the_last(xs, soft=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `left_before_the_last(xs, soft=True)`


def gone_on_before(x, soft=True):
    if soft:
        x = x + 1.0
    elif x is None:
        return torch.ones(3)
    return torch.softmax(x, -1)


def calls_gone_on_before(x):
    return torch.log(gone_on_before(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `gone_on_before(x)` is a softmax

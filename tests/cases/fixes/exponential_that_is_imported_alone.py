"""A softmax by hand in a file that imports the exponential alone: no largest element is at hand."""

from numpy import exp


def alone(s):
    e = exp(s)
    return e / e.sum(-1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `exp(s)` overflows, it is NaN; use NumPy's own
    # fixed: nothing

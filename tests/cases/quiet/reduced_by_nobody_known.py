"""Where no framework is spoken of, a mean is of whatever has one."""

from own import where


def mean_of_powers(a, b, p):
    return ((a - b) ** p).mean(keepdims=True)


def ratio(x, y):
    return where(y != 0, x / y, 0.0)

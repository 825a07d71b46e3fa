from two import *
from two import second


def first(x):
    return second(x)

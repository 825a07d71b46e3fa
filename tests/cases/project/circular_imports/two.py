from one import *
from one import first


def second(x):
    return first(x)

import torch as backend
from torch import sigmoid


def half(x):
    return sigmoid(x) / 2


data = read_from_somewhere()

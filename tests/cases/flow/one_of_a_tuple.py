"""Which item of a tuple an index picks may be unknown: it is one of them all the same, and of none nothing is known."""

import torch


def pick(a, b, k):
    p = (torch.sigmoid(a), torch.sigmoid(b))[k]
    reveal_range(p)  # [0, 1] float32
    reveal_range((torch.relu(a), torch.sigmoid(b))[k])  # [0, inf] float32
    reveal_range((torch.relu(a), torch.sigmoid(b))[2])  # [0, inf] float32
    reveal_range((torch.relu(a), torch.sigmoid(b))[-1])  # [0, 1] float32
    reveal_range(()[k])  # unknown
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid


def smaller(a, b):
    pair = (torch.relu(a), torch.sigmoid(b))
    reveal_range(pair[pair[0] > pair[1]])  # [0, inf] float32 takes 0, 1, 10000


def differences(k, j):
    epsilons = (1.0, 2.0)
    reveal_range(epsilons[k] - epsilons[k])  # {0} float64 takes 0
    reveal_range(epsilons[k] - epsilons[j])  # [-1, 1] float64 takes -1, 0, 1
    reveal_range(epsilons[k()] - epsilons[j()])  # [-1, 1] float64 takes -1, 0, 1

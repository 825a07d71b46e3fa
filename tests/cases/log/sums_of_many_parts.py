# Of more parts than thirteen nobody says what is possible: each of them would have to be 0 at once.

import torch


def thirteen(a, b, c, d, e, f, g, h, i, j, k, l, m):
    first, second, third = a**2 + b**2 + c**2 + d**2, e**2 + f**2 + g**2 + h**2, i**2 + j**2 + k**2 + l**2
    return torch.log(first + second + third + m**2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `first + second + third + m**2` stays above 0: log(0) is -inf


def fourteen(a, b, c, d, e, f, g, h, i, j, k, l, m, n):
    first, second, third = a**2 + b**2 + c**2 + d**2, e**2 + f**2 + g**2 + h**2, i**2 + j**2 + k**2 + l**2
    return torch.log(first + second + third + (m**2 + n**2))

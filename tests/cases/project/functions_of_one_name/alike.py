"""A function of the name and at the place of the other one. It stands exactly where the other one stands, """

import torch


def shared(low):
    return low

"""A mask that is computed of itself alone, as while the line that makes it is missing."""

import torch


def loss(errors, labels):
    total = 0
    for label in labels:
        keep = keep & label
        total = total + errors[keep].mean()
    return total

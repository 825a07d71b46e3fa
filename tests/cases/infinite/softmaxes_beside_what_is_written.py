"""Only an infinity that a mask writes into logits masks a row: not another number, and not what a logarithm gives."""

import torch

NEVER = float("-inf")


def something_finite(q, k, v, mask):
    s = q @ k.T
    s[mask == 0] = 0.0
    return torch.softmax(s, -1) @ v


def something_unknown(q, k, v, mask, fill):
    s = q @ k.T
    s[mask == 0] = fill
    return torch.softmax(s, -1) @ v


def a_logarithm(model, x, q, k, v, mask):
    s = torch.where(mask, q @ k.T, torch.log(torch.relu(model(x))))
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(model(x))` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    return torch.softmax(s, -1) @ v


def one_column(q, k, v):
    s = q @ k.T
    s[:, 0] = NEVER
    return torch.softmax(s, -1) @ v


def twice_at_once(q, k, v, mask):
    s, t = q @ k.T, k @ q.T
    s[mask] = t[mask] = NEVER
    return torch.softmax(s, -1) @ v


def positives_and_earlier_ones(x, y, v):
    alike = y[:, None] == y[None]
    alike = alike & ~torch.eye(len(y), dtype=torch.bool)
    keep = alike | torch.ones(len(y), len(y)).tril().bool()
    return torch.softmax((x @ x.T).masked_fill(~keep, NEVER), -1) @ v


def other_positives(x, y, v):
    alike = y[:, None] == y[None]
    alike = alike & ~torch.eye(len(y), dtype=torch.bool)
    return torch.softmax((x @ x.T).masked_fill(~alike, NEVER), -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `(…).masked_fill(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def beside_a_reciprocal(x, z, mask):
    p = torch.softmax(x.masked_fill(mask, NEVER), -1)
    return p * (1 / torch.relu(z))
    #           ^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(z)` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0

"""What a condition ruled out stays ruled out where its own branch binds the name anew and then leaves."""

import numpy as np
import torch


def of_a_cosine(v0, v1):
    v0 = v0 / np.linalg.norm(v0)
    #    ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.linalg.norm(v0)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    v1 = v1 / np.linalg.norm(v1)
    #    ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.linalg.norm(v1)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    c = v0.dot(v1)
    if c < -0.999:
        c = max(c, -1)
        return np.sqrt((1 + c) * 0.5)
    return np.sqrt((1 + c) * 2)


def of_a_count(mask, x):
    n = torch.sum(mask > 0)
    if n == 0:
        n = x.numel()
        raise ValueError(f"none of {n}")
    return x.sum() / n


def by_nested_branches(mask, x, strict):
    n = torch.sum(mask > 0)
    if n == 0:
        if strict:
            n = 0
            raise ValueError(n)
        return x.sum()
    return x.sum() / n


def that_goes_on(mask, other, x):
    n = torch.sum(mask > 0)
    if n == 0:
        n = torch.sum(other > 0)
    return x.sum() / n
    #      ^^^^^^^^^^^ NAN102 information: `n` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0


def that_is_caught(mask, other, x):
    n = torch.sum(mask > 0)
    try:
        if n == 0:
            n = torch.sum(other > 0)
            raise ValueError
    except ValueError:
        pass
    return x.sum() / n
    #      ^^^^^^^^^^^ NAN102 information: `n` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0


def in_a_loop(masks, x):
    n = torch.sum(masks[0] > 0)
    assert n > 0
    for mask in masks:
        if mask is None:
            n = torch.sum(masks[1] > 0)
            continue
        x = x.sum() / n
        #   ^^^^^^^^^^^ NAN102 information: `n` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
    return x

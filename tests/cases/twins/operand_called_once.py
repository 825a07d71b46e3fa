# An operand that calls something is computed once, under a name; a view under a name is changed with what it shows.

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F


def scaled(v):
    return 0.5 * v


def same(v):
    return v


def squashed(x):
    y = jnp.tanh(scaled(x))
    return jnp.log(1 - y**2)
    #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - y**2` can be 0 where a tanh is exactly -1 (for inputs below -8): log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - logits - jax.nn.softplus(-2.0 * logits))
    # adds: logits = scaled(x)
    # or: jnp.log(jnp.clip(1 - y**2, 1e-10, 1.0))
    # from: `jnp.tanh(scaled(x))` made here, exactly -1 in float32 for inputs below -8


def squashed_and_read(x):
    y = torch.tanh(scaled(x))
    return y - torch.log(1 - y * y)
    #          ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - y * y` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - logits - F.softplus(-2.0 * logits))
    # adds: logits = scaled(x)
    # adds: logits
    # or: torch.log(torch.clamp(1 - y * y, 1e-10, 1.0))
    # from: `torch.tanh(scaled(x))` made here, exactly -1 in float32 for inputs below -9


def squashed_in_place(x):
    return torch.log(1 - torch.tanh(scaled(x)) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(scaled(x)) ** 2` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - torch.tanh(scaled(x)) ** 2, 1e-10, 1.0))
    # from: `torch.tanh(scaled(x))` made here, exactly -1 in float32 for inputs below -9


def squashed_then_changed(x):
    y = torch.tanh(same(x))
    x.zero_()
    return torch.log(1 - y**2)
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - y**2` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - y**2, 1e-10, 1.0))
    # from: `torch.tanh(same(x))` made here, exactly -1 in float32 for inputs below -9


def view_of_what_changes(x):
    p = F.softmax(x.view(-1, 2), dim=-1)
    x.zero_()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `F.softmax(x.view(-1, 2), dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def given_back(x):
    p = F.softmax(same(x), dim=-1)
    x.zero_()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `F.softmax(same(x), dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def view_of_what_stays(x):
    p = F.softmax(x.view(-1, 2), dim=-1)
    x = x + 1
    return torch.log(p) + x
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: F.log_softmax(logits, dim=-1)
    # adds: logits = x.view(-1, 2)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `F.softmax(x.view(-1, 2), dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def computed_anew(x):
    p = F.softmax(2 * same(x), dim=-1)
    x.zero_()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: F.log_softmax(logits, dim=-1)
    # adds: logits = 2 * same(x)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `F.softmax(2 * same(x), dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104

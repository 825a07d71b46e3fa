# A formula whose parts stand in other lines is the function of what they were made of, along the axis that was meant.

import jax.numpy as jnp
import numpy as np
import torch
from scipy import special


def operand_bound_anew(x):
    e = torch.exp(x)
    x = x + 1
    return e / e.sum(-1, keepdim=True), x
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.softmax(logits, dim=-1)
    # adds: logits = x


def axis_bound_anew(x, dim):
    e = torch.exp(x)
    s = e.sum(dim, keepdim=True)
    dim = 0
    return e / s, dim
    #      ^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: e = torch.exp(x - torch.amax(x, dim=dim, keepdim=True))
    # adds: - torch.amax(x, dim=dim, keepdim=True)


def axis_bound_between(x, wide):
    e = torch.exp(x)
    x.add_(1)
    dim = -1 if wide else 0
    return e / e.sum(dim, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: nothing


def operand_changed(x):
    e = torch.exp(x)
    x.add_(1)
    return e / e.sum(-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: softmax_e
    # adds: softmax_e = torch.softmax(x, dim=-1)


def several_times(x, k):
    n = k * (torch.exp(x) - torch.exp(-x))
    return n / (torch.exp(x) + torch.exp(-x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a tanh written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: nothing


def several_times_at_once(x, n):
    a = n * torch.exp(x) / (1 + torch.exp(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a sigmoid written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: n * torch.sigmoid(x)
    b = torch.exp(x) * (n + 1) / (1 + torch.exp(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a sigmoid written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: (n + 1) * torch.sigmoid(x)
    return a, b


def in_double(x, m):
    a = torch.log(torch.exp(x).sum(-1, dtype=torch.float64))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a logsumexp written out by hand: where `torch.exp(x)` overflows, it is Inf; use PyTorch's own
    # fixed: nothing
    b = jnp.log(jnp.sum(jnp.exp(x), where=m))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a logsumexp written out by hand: where `jnp.exp(x)` overflows, it is Inf; use JAX's own
    # fixed: nothing
    return a, b


def over_everything(x):
    a = jnp.log(jnp.sum(jnp.exp(x)))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a logsumexp written out by hand: where `jnp.exp(x)` overflows, it is Inf; use JAX's own
    # fixed: jax.nn.logsumexp(x)
    # adds: import jax
    b = jnp.exp(x) / jnp.sum(jnp.exp(x))
    c = np.exp(x) / np.exp(x).sum()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(x)` overflows, it is NaN; use NumPy's own
    # fixed: special.softmax(x)
    d = np.exp(x) / np.exp(x).sum(keepdims=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(x)` overflows, it is NaN; use NumPy's own
    # fixed: np.exp(x - np.max(x)) / np.exp(x - np.max(x)).sum(keepdims=True)
    return a, b, c, d


def over_everything_of_a_layer(x):
    h = torch.nn.Linear(3, 3)(x)
    return torch.exp(h) / torch.exp(h).sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.exp(h).sum()` can be 0, as an exponential can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.exp(h - torch.amax(h)) / torch.exp(h - torch.amax(h)).sum()
    # from: `torch.exp(h)` made here, exactly 0 in float32 for inputs below -104
    #      ^^^^^^^^^^^^ NAN104 information: `h` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: torch.exp(h - torch.amax(h))
    # adds: - torch.amax(h)
    # or (unsafe): h = torch.clamp(torch.nn.Linear(3, 3)(x), max=30.0)
    # from: `torch.nn.Linear(3, 3)(x)` made here, unbounded
    #                     ^^^^^^^^^^^^ NAN104 information: `h` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: torch.exp(h - torch.amax(h))
    # adds: - torch.amax(h)
    # or (unsafe): h = torch.clamp(torch.nn.Linear(3, 3)(x), max=30.0)
    # from: `torch.nn.Linear(3, 3)(x)` made here, unbounded


def over_two_axes(x):
    return jnp.exp(x) / jnp.sum(jnp.exp(x), axis=(1, 2), keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `jnp.exp(x)` overflows, it is NaN; use JAX's own
    # fixed: jnp.exp(x - jnp.max(x, axis=(1, 2), keepdims=True)) / jnp.sum(jnp.exp(x - jnp.max(x, axis=(1, 2), keepdims=True)), axis=(1, 2), keepdims=True)


def over_the_first_axis(x):
    a = np.exp(x) / np.exp(x).sum(0)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(x)` overflows, it is NaN; use NumPy's own
    # fixed: special.softmax(x, axis=0)
    b = np.exp(x) / np.exp(x).sum(1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(x)` overflows, it is NaN; use NumPy's own
    # fixed: nothing
    return a, b


def kept_in_a_list(x):
    return np.exp(x) / np.sum(np.exp(x), axis=(1,), keepdims=1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(x)` overflows, it is NaN; use NumPy's own
    # fixed: special.softmax(x, axis=1)


def without_a_softplus(x):
    return np.log(1 + np.exp(x))


def of_integers(n):
    return torch.log(1 + torch.exp(n.long()))


def imported(x):
    return np.log(np.sum(np.exp(x), axis=1)), special
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a logsumexp written out by hand: where `np.exp(x)` overflows, it is Inf; use NumPy's own
    # fixed: special.logsumexp(x, axis=1)

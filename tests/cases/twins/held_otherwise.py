# The activation may be held under two names, in a tuple or by a walrus, as long as nothing changes it.

import jax
import jax.numpy as jnp
import torch


def named_again(x):
    y = torch.softmax(x, -1)
    probs = y
    return torch.log(probs)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `probs` is a softmax
    # fixed: torch.log_softmax(x, -1)
    # removes: probs = y
    # removes: y = torch.softmax(x, -1)
    # or: torch.log(torch.clamp(probs, 1e-10, 1.0))


def named_again_and_changed(x):
    y = torch.softmax(x, -1)
    probs = y
    y.mul_(2)
    return torch.log(probs)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `probs` is a softmax
    # fixed: torch.log(torch.clamp(probs, min=1e-10))


def in_a_tuple(x):
    a, b = torch.softmax(x, -1), 2
    return torch.log(a) + b
    #      ^^^^^^^^^^^^ NAN101 warning: `a` is a softmax
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(a, 1e-10, 1.0))


def in_a_tuple_that_binds_the_logits(x):
    a, x = torch.softmax(x, -1), 2
    return torch.log(a) + x
    #      ^^^^^^^^^^^^ NAN101 warning: `a` is a softmax
    # fixed: torch.log_softmax(logits, -1)
    # adds: logits = x
    # or: torch.log(torch.clamp(a, 1e-10, 1.0))


def beside_what_changes_the_logits(x):
    a, b = torch.softmax(x, -1), x.mul_(2)
    return torch.log(a) + b
    #      ^^^^^^^^^^^^ NAN101 warning: `a` is a softmax
    # fixed: torch.log(torch.clamp(a, 1e-10, 1.0))


def by_a_walrus(x):
    if (y := torch.softmax(x, -1)) is not None:
        return torch.log(y)
        #      ^^^^^^^^^^^^ NAN101 warning: `y` is a softmax
        # fixed: torch.log_softmax(x, -1)
        # or: torch.log(torch.clamp(y, 1e-10, 1.0))


def by_a_walrus_beside_a_change(x):
    z = (y := torch.softmax(x, -1)) + x.mul_(2)
    return torch.log(y) + z
    #      ^^^^^^^^^^^^ NAN101 warning: `y` is a softmax
    # fixed: torch.log(torch.clamp(y, 1e-10, 1.0))


def squashed_and_rebound(x):
    y = jnp.tanh(x)
    x = 0.5
    return jnp.log(1 - y**2) + x
    #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - y**2` can be 0 where a tanh is exactly -1 (for inputs below -8)
    # fixed: 2.0 * (0.6931471805599453 - logits - jax.nn.softplus(-2.0 * logits))
    # adds: logits = x
    # or: jnp.log(jnp.clip(1 - y**2, 1e-10, 1.0))


def quotient_in_a_name(a, b):
    p = torch.softmax(a, -1)
    q = torch.softmax(b, -1)
    ratio = q / p
    #       ^^^^^ NAN102 warning: `p` is a softmax
    # fixed: (torch.log_softmax(b, -1) - torch.log_softmax(a, -1))
    # adds: (torch.log_softmax(b, -1) - torch.log_softmax(a, -1))
    # removes: ratio = q / p
    # removes: q = torch.softmax(b, -1)
    return (p * torch.log(ratio)).sum()
    #           ^^^^^^^^^^^^^^^^ NAN101 warning: `ratio` can be 0, as a softmax is once a logit trails the largest by 104
    # fixed: (torch.log_softmax(b, -1) - torch.log_softmax(a, -1))
    # removes: ratio = q / p

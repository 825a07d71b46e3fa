# Where the value that is mended is held: by a name on a line of its own it gets another line, otherwise it is mended as it
# stands.

import jax
import jax.numpy as jnp
import torch


def by_a_name(x):
    n = jnp.linalg.norm(x)
    return jnp.where(n > 0, 1.0 / n, 0.0)
    #                       ^^^^^^^ NAN302 information: `jnp.where(n > 0, 1.0 / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed: 1.0 / jnp.where(n > 0, n, 1.0)
    # adds: squared_n = jnp.sum(jnp.square(x))
    # adds: jnp.where(squared_n == 0, 0.0, jnp.sqrt(jnp.where(squared_n == 0, 1.0, squared_n)))
    # or (unsafe): n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


def by_a_name_with_a_type(x):
    n: jax.Array = jnp.linalg.norm(x)
    return jnp.where(n > 0, 1.0 / n, 0.0)
    #                       ^^^^^^^ NAN302 information: `jnp.where(n > 0, 1.0 / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed: 1.0 / jnp.where(n > 0, n, 1.0)
    # adds: squared_n = jnp.sum(jnp.square(x))
    # adds: jnp.where(squared_n == 0, 0.0, jnp.sqrt(jnp.where(squared_n == 0, 1.0, squared_n)))
    # or (unsafe): n: jax.Array = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


def by_two_names(x):
    n = m = jnp.linalg.norm(x)
    return jnp.where(n > 0, 1.0 / n, 0.0) + m
    #                       ^^^^^^^ NAN302 information: `jnp.where(n > 0, 1.0 / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): m = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


def beside_another(x):
    k = 1.0; n = jnp.linalg.norm(x)
    return jnp.where(n > 0, k / n, 0.0)
    #                       ^^^^^ NAN302 information: `jnp.where(n > 0, k / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


def in_one_line(x):
    n, k = jnp.linalg.norm(x), 1.0
    return jnp.where(n > 0, k / n, 0.0)
    #                       ^^^^^ NAN302 information: `jnp.where(n > 0, k / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): n, k = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12)), 1.0
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


def with_what_is_added(x):
    n = jnp.linalg.norm(x) + 0.0
    return jnp.where(n > 0, 1.0 / n, 0.0)
    #                       ^^^^^^^ NAN302 information: `jnp.where(n > 0, 1.0 / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12)) + 0.0
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


class Held:
    x = jnp.ones(3)
    n = jnp.linalg.norm(x)
    inverse = jnp.where(n > 0, 1.0 / n, 0.0)

    def __init__(self, x):
        self.n = jnp.linalg.norm(x)
        self.inverse = jnp.where(self.n > 0, 1.0 / self.n, 0.0)
    #                                        ^^^^^^^^^^^^ NAN302 information: `jnp.where(…)` masks the value but leaves the gradient NaN where `self.n` is 0; mask it first
    # fixed (unsafe): self.n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


def in_the_condition(x):
    return jnp.where((n := jnp.linalg.norm(x)) > 0, 1.0 / n, 0.0)
    #                                               ^^^^^^^ NAN102 warning: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


def by_nothing(x, y):
    return y / jnp.linalg.norm(x)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.linalg.norm(x)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: y / jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


def of_several_that_only_scale(x, y):
    n, k = jnp.linalg.norm(x), jnp.linalg.norm(y)
    return x / n * k
    #      ^^^^^ NAN102 information: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: n, k = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12)), jnp.linalg.norm(y)
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x)), 1e-12))


class Scores:
    z = torch.randn(3)
    p = torch.softmax(z, -1)
    z = z * 2
    log_p = torch.log(p)
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))


def softmax_with_a_type(z):
    p: torch.Tensor = torch.softmax(z, -1)
    z = z * 2
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(logits, -1)
    # adds: logits = z
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def softmax_beside_another(z):
    k = 2; p = torch.softmax(z, -1)
    z = z * k
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(logits, -1)
    # adds: logits = z
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def softmax_of_two_names(z):
    p = q = torch.softmax(z, -1)
    z = z * 2
    return torch.log(p) + q
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)


def softmax_in_an_if(z, hot):
    if hot: p = torch.softmax(z, -1)
    else: p = z
    z = z * 2
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))


def softmax_of_what_is_bound(z):
    p = torch.softmax((h := z * 2), -1)
    z = z * 2
    return torch.log(p) + h
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(logits, -1)
    # adds: logits = (h := z * 2)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))

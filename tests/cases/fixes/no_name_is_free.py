# Every name that a fix would introduce means something else in this file: none is bound anew.

import jax.numpy as jnp
import torch
import torch.nn.functional as F

logits, scores, raw_logits, unscaled_logits = [], [], [], []


def lost(x):
    p = torch.softmax(x, -1)
    x = None
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def called_twice(net, x):
    return torch.log(1 - torch.tanh(net(x)) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(net(x)) ** 2` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - torch.tanh(net(x)) ** 2, 1e-10, 1.0))
    # from: `torch.tanh(net(x))` made here, exactly -1 in float32 for inputs below -9


class Net:
    def made_there(self, log_p, stable_log_p):
        p = torch.softmax(self.z, -1)
        self.update()
        return torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(self.z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def norm(x, y, squared_n, sum_of_squares_of_n):
    n = jnp.linalg.norm(x - y)
    return jnp.where(n > 0, 1 / n, 0.0)
    #                       ^^^^^ NAN302 information: `jnp.where(n > 0, 1 / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x - y)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x - y)), 1e-12))
    # from: `jnp.linalg.norm(x - y)` made here, exactly 0 for a vector of zeros


def weights(x):
    e = torch.exp(x)
    x = 2 * x
    return e / torch.exp(x).sum(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: nothing


def by_method(x, softmax_e, stable_softmax_e):
    e = x.exp()
    x = None
    return e / e.sum(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `x.exp()` overflows, it is NaN; use PyTorch's own
    # fixed: nothing

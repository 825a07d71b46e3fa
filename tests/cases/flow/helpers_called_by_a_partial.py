"""A helper of which `partial` holds some arguments is called with them, and with what the partial is called with.

What is given by name replaces what is held.
"""

import functools
from functools import partial

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.checkpoint import checkpoint


def angular(c, scale):
    return scale * torch.acos(c)
    #              ^^^^^^^^^^^^^ NAN105 warning: `c` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them


def angle(x, y):
    f = partial(angular, scale=2.0)
    return f(F.cosine_similarity(x, y))


def entropy(p, eps):
    return torch.log(p + eps)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `p + eps` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0


entropy_of = functools.partial(entropy, eps=0.0)


def loss(x):
    return entropy_of(torch.softmax(x, -1)).mean()


def late(c):
    return torch.acos(c)
    #      ^^^^^^^^^^^^^ NAN105 warning: `c` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them


def again(x, y):
    return checkpoint(late, F.cosine_similarity(x, y))


def safe(p, eps):
    return torch.log(p + eps)


def safe_loss(x):
    return partial(safe, eps=1e-3)(torch.softmax(x, -1)).mean()


def replaced(p, eps):
    return torch.log(p + eps)


replaced_of = partial(replaced, eps=0.0)


def replacing(x):
    return replaced_of(torch.softmax(x, -1), eps=1e-3)


def in_jax(eps, x, y):
    p = jax.nn.softmax(x)
    return -(y * jnp.log(p + eps)).sum()
    #            ^^^^^^^^^^^^^^^^ NAN101 warning: `p + eps` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0


def step(x, y):
    return jax.grad(partial(in_jax, 0.0), argnums=0)(x, y)


def in_tensorflow(weight, p):
    return weight * tf.math.log(p)
    #               ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0


weighted = partial(in_tensorflow, 2.0)


def train(x):
    return weighted(tf.nn.softmax(x))


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.loss = partial(of_the_model, eps=0.0)
        self.scored = partial(self.score, 2.0)

    def score(self, scale, p):
        return scale * torch.log(p)
        #              ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def forward(self, x):
        return self.loss(torch.softmax(x, -1)), self.scored(torch.sigmoid(x))


def of_the_model(p, eps):
    return torch.log(p + eps)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `p + eps` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def mapped(p, eps):
    return jnp.log(p + eps)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `p + eps` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0


def over_rows(x):
    return jax.lax.map(partial(mapped, eps=0.0), jax.nn.softmax(x))


def handed(p, eps):
    return torch.log(p + eps)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `p + eps` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def applied(f, x):
    return f(torch.softmax(x, -1))


def hand(x):
    return applied(partial(handed, eps=0.0), x)


def of_two(p, eps):
    return torch.log(p + eps)


def single(x):
    return partial(of_two, eps=1e-12)(torch.softmax(x.float(), -1))


def half(x):
    return partial(of_two, eps=1e-4)(torch.softmax(x.half(), -1))


def checked(c, eps):
    return torch.acos(c * (1 - eps))


def again_with_eps(x, y):
    return checkpoint(checked, F.cosine_similarity(x, y), eps=1e-3, use_reentrant=False)

# What a dictionary holds under the name of a parameter is passed as it where the dictionary is spread, `loss(**outputs)`,
# whoever made it. Of what is not in it the default counts.

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F
from flax import linen


def cross_entropy(p, y, eps=0.0):
    return -(y * torch.log(p + eps)).sum()
    #            ^^^^^^^^^^^^^^^^^^ NAN101 warning: `p + eps` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def of_a_display(x, y):
    outputs = {"p": torch.softmax(x, -1), "y": y}
    return cross_entropy(**outputs)


def masked(p, y, eps=1e-8):
    return -(y * torch.log(p + eps)).sum()


def of_masked(x, y):
    return masked(**{"p": torch.softmax(x, -1)}, y=y)


class Router(torch.nn.Module):
    def forward(self, x):
        return {"choice": F.one_hot(x.argmax(-1), 3).float(), "x": x}


def balance(choice, x):
    return ((choice.t() @ x) / choice.sum(0)[:, None]).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `choice.sum(0)[:, None]` is a count of each class and can be exactly 0: x / 0 is Inf or NaN


def routed(x):
    return balance(**Router()(x))


class Chances(linen.Module):
    @linen.compact
    def __call__(self, x):
        return {"chances": linen.softmax(linen.Dense(3)(x)), "x": x}


def entropy(chances, x):
    return -jnp.sum(chances * jnp.log(chances))
    #                         ^^^^^^^^^^^^^^^^ NAN101 warning: `chances` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0


def loss(params, batch):
    return entropy(**Chances().apply(params, batch))


gradient = jax.grad(loss)

"""A helper that is called with weights and with features is told for the features; weights alone are hardly ever 0."""

import flax.linen as nn
import jax
import jax.numpy as jnp
import torch


def unit(x, eps=1e-6):
    return x / (x.pow(2).sum(-1, keepdim=True).sqrt() + eps)
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x.pow(2).sum(-1, keepdim=True)` stays above 0: sqrt has an infinite gradient at 0


class CosineHead(torch.nn.Module):
    def __init__(self, features, classes):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.randn(classes, features))

    def forward(self, x):
        return unit(x) @ unit(self.weight).T


def unit_rows(w, eps=1e-6):
    return w / (w.pow(2).sum(-1, keepdim=True).sqrt() + eps)


class NormedLinear(torch.nn.Module):
    def __init__(self, features, classes):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.randn(classes, features))

    def forward(self, x):
        return x @ unit_rows(self.weight).T


def normalize(x, axis, eps=1e-6):
    norm = jnp.sqrt(jnp.square(x).sum(axis=axis, keepdims=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.square(…).sum(…)` stays above 0: sqrt has an infinite gradient at 0
    return x * jnp.reciprocal(norm + eps)


class Experts(nn.Module):
    @nn.compact
    def __call__(self, x: jax.Array, *, key: jax.Array):
        slots = self.param("slots", nn.initializers.lecun_normal(), (3, 4))
        return normalize(x, axis=1) @ normalize(slots, axis=0)


def angle(cosines):
    return torch.acos(cosines)
    #      ^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `cos…es` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1


class MarginLoss(torch.nn.Module):
    def forward(self, embeddings, labels):
        chosen = angle(embeddings @ embeddings.T)
        others = angle(torch.zeros_like(labels))
        return torch.cos(chosen - 0.5).mean() + others.mean()

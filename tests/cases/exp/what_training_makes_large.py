"""What training makes large: a ratio of probabilities, a loss over a temperature, a cosine over a small one, a hazard."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
from torch import nn
from torch.distributions import Normal
from torch.nn import functional as F


class Agent(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.value = nn.Linear(width, 1)

    def ratio(self, mean, scale, action, old):
        logp = Normal(mean, scale).log_prob(action).sum(-1)
        return (logp - old).exp()
        #      ^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `(logp - old)` small enough: exp overflows to Inf in float32

    def clipped(self, new, old, advantage):
        ratio = torch.exp(new - old)
        #       ^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `new - old` small enough: exp overflows to Inf in float32
        return -torch.min(ratio * advantage, torch.clamp(ratio, 0.8, 1.2) * advantage).mean()

    def weight(self, x, returns, beta):
        advantage = returns - self.value(x)
        return torch.exp(advantage / beta)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `advantage / beta` small enough: exp overflows to Inf in float32

    def tilted(self, logits, y, t):
        return torch.exp(F.cross_entropy(logits, y) / t)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `F.cross_entropy(logits, y) / t` small enough: exp overflows to Inf in float32

    def softplus(self, x):
        return torch.log(1 + torch.exp(self.value(x)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand: where `torch.exp(…)` overflows, it is Inf; use PyTorch's own
        #                    ^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.value(x)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32

    def softplus_of_the_unknown(self, x):
        return torch.log(1 + torch.exp(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand: where `torch.exp(x)` overflows, it is Inf; use PyTorch's own


def cold(x, y):
    return torch.exp(F.cosine_similarity(x, y, dim=-1) / 0.01)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `F.cosine_similari…) / 0.01` can be 100 where a cosine similarity is above 1


def cox(risk, event):
    hazard = tf.exp(risk)
    #        ^^^^^^^^^^^^ NAN104 warning: nothing here keeps `risk` small enough: exp overflows to Inf in float32
    log_risk = tf.math.log(tf.cumsum(hazard, axis=0))
    return -tf.reduce_mean((risk - log_risk) * event)


def chosen(w, x, actions, old):
    logp = jax.nn.log_softmax(x @ w)
    picked = jnp.take_along_axis(logp, actions[:, None], axis=1)[:, 0]
    return jnp.exp(picked - old)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `picked - old` small enough: exp overflows to Inf in float32


def quiet(logits, y, x, w):
    logp = F.log_softmax(logits, -1)
    ce = F.cross_entropy(logits, y, reduction="none")
    near = torch.exp(F.cosine_similarity(x, w, dim=-1) / 0.5)
    kernel = torch.exp(-((x - w) ** 2).sum(-1))
    return logp.exp(), torch.exp(-ce), torch.exp(ce), near, kernel, torch.exp((logp - w).clamp(-20, 20)), torch.exp(x - w)

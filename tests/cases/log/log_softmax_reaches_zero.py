"""A log softmax is exactly 0 once one logit leads the others by 17: then `1 - exp(logp)`, the other outcomes, is 0."""

import jax
import jax.numpy as jnp
import keras
import torch
from torch.nn import functional as F


def mean_logp(logits, labels):
    logp = F.log_softmax(logits, dim=-1)
    return logp.gather(-1, labels.unsqueeze(-1)).squeeze(-1).mean(-1)


def log_odds(logits, labels):
    avg = mean_logp(logits, labels)
    return avg - torch.log1p(-torch.exp(avg))
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-torch.exp(avg)` can be -1 where a log softmax is exactly 0


def unlikelihood(logits, negatives):
    lprobs = F.log_softmax(logits, dim=-1)
    one_minus = 1.0 - lprobs.exp()
    return -(torch.log(one_minus) * negatives).sum()
    #        ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `one_minus` can be 0, as a log softmax can


@jax.jit
def complement(w, x, y):
    logp = jax.nn.log_softmax(x @ w, axis=-1)
    picked = jnp.take_along_axis(logp, y[:, None], axis=-1)
    return jnp.log(-jnp.expm1(picked))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-jnp.expm1(picked)` can be 0, as a log softmax can


class Unlikely(keras.losses.Loss):
    def call(self, y_true, y_pred):
        logp = keras.ops.log_softmax(y_pred, axis=-1)
        return -keras.ops.sum(y_true * keras.ops.log(1.0 - keras.ops.exp(logp)), axis=-1)
        #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - keras.ops.exp(logp)` can be 0, as a log softmax can


def ratio(logits, labels, old):
    picked = mean_logp(logits, labels)
    return torch.reciprocal(torch.exp(picked))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.exp(picked)` is an exponential, exactly 0 for inputs below -104: 1 / 0 is Inf; keep it away from 0


def quiet(logits, teacher, labels):
    logp, other = F.log_softmax(logits, -1), F.log_softmax(teacher, -1)
    picked = mean_logp(logits, labels).clamp(max=-1e-6)
    entropy = -(logp.exp() * logp).sum(-1)
    divergence = (other.exp() * (other - logp)).sum(-1)
    focal = (1 - logp.exp()) ** 2 * logp
    return torch.log(-torch.expm1(picked)) + entropy + divergence + focal + torch.logsumexp(logp, -1)

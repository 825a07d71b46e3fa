"""An anchor without a positive: the logarithm of a sum of no exponentials is -inf, and its derivative NaN everywhere."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F


def supervised_loss(z, labels, temperature=0.1):
    sims = z @ z.t() / temperature
    others = ~torch.eye(len(z), dtype=torch.bool)
    positive = (labels[:, None] == labels[None]) & others
    above = torch.logsumexp(sims.masked_fill(~positive, float("-inf")), dim=1)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `sims.m…(…)` is -inf throughout where a whole row is masked
    below = torch.logsumexp(sims.masked_fill(~others, float("-inf")), dim=1)
    same = torch.logsumexp(sims.masked_fill(labels[:, None] != labels[None], float("-inf")), dim=1)
    return (below - above - same).mean()


def bags(scores, member):
    kept = torch.where(member, scores, -torch.inf)
    loss = -torch.logsumexp(kept, dim=-1).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `kept` is -inf throughout where a whole row is masked: its logsumexp has a gradient of NaN; leave it out
    loss.backward()
    return loss


def bags_loss_where_there_is_one(scores, member):
    kept = torch.where(member, scores, -torch.inf)
    if not member.any(-1).all():
        return scores.sum() * 0
    return -torch.logsumexp(kept, dim=-1).mean()


def best_so_far(scores, member):
    return torch.where(member, scores, -torch.inf).logsumexp(-1)


def partition_loss(params, x, allowed):
    scores = jnp.where(allowed, x @ params, -jnp.inf)
    return jax.scipy.special.logsumexp(scores, axis=-1).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `scores` is -inf throughout where a whole row is masked


def causal_loss(params, x):
    scores = jnp.where(jnp.tril(jnp.ones(x.shape)) > 0, x @ params, -jnp.inf)
    return jax.scipy.special.logsumexp(scores, axis=-1).mean() + partition_loss(params, x, x > 0)


grads = jax.grad(causal_loss)


class Tagger(tf.keras.Model):
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):
        scores = tf.where(x["allowed"], y_pred, -float("inf"))
        return tf.reduce_mean(tf.reduce_logsumexp(scores, axis=-1) - y)
        #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `scores` is -inf throughout where a whole row is masked

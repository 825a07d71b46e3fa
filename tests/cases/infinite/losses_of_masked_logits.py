"""A loss that weighs log-probabilities by its labels is NaN where logits are masked with -inf and the label is 0."""

import jax
import jax.numpy as jnp
import optax
import tensorflow as tf
import torch
import torch.nn.functional as F
from torch import nn


class Distillation(nn.Module):
    def forward(self, student, teacher, mask):
        s = student.masked_fill(~mask, float("-inf"))
        t = teacher.masked_fill(~mask, float("-inf"))
        return F.kl_div(F.log_softmax(s, -1), F.softmax(t, -1), reduction="batchmean")
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `F.log_softmax(…)` is -inf for masked logits, and `F.softmax(…)` is 0 there: 0 * Inf is NaN; use a finite mask


class Matching(nn.Module):
    def __init__(self):
        super().__init__()
        self.divergence = nn.KLDivLoss(reduction="batchmean")

    def forward(self, scores, target, valid):
        logp = torch.log_softmax(scores.masked_fill(valid == 0, -float("inf")), dim=-1)
        return self.divergence(logp, target)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `logp` is -inf for masked logits, and `target` is 0 there: 0 * Inf is NaN; use a finite mask


def masked_policy_loss(params, apply, batch):
    logits = jnp.where(batch["legal"], apply(params, batch["obs"]), -jnp.inf)
    return optax.softmax_cross_entropy(logits, batch["policy"]).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `logits` is -inf for masked logits, and `batch["policy"]` is 0 there: 0 * Inf is NaN; use a finite mask


def divergence_loss(params, apply, batch):
    logits = jnp.where(batch["legal"], apply(params, batch["obs"]), -jnp.inf)
    return optax.kl_divergence(jax.nn.log_softmax(logits), batch["policy"]).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `….log_softmax(…)` is -inf for masked logits, and `batch[…]` is 0 there: 0 * Inf is NaN; use a finite mask


steps = jax.grad(masked_policy_loss), jax.grad(divergence_loss)


def search_loss(logits, legal, visits):
    logits = tf.where(legal, logits, float("-inf"))
    return tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=visits, logits=logits))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `logits` is -inf for masked logits, and `visits` is 0 there: 0 * Inf is NaN; use a finite mask


# A finite mask, whose products with 0 are 0.
class Finite(nn.Module):
    def forward(self, student, teacher, mask):
        s = student.masked_fill(~mask, -1e9)
        t = teacher.masked_fill(~mask, -1e9)
        return F.kl_div(F.log_softmax(s, -1), F.softmax(t, -1), reduction="batchmean")


# Labels that are numbers of classes pick, and weigh nothing.
def picked(logits, legal, actions):
    logits = tf.where(legal, logits, float("-inf"))
    return tf.nn.sparse_softmax_cross_entropy_with_logits(labels=actions, logits=logits)


class Picking(nn.Module):
    def forward(self, scores, mask, y):
        return F.cross_entropy(scores.masked_fill(~mask, float("-inf")), y)


# optax leaves out what has no label.
def safe_loss(params, apply, batch):
    logits = jnp.where(batch["legal"], apply(params, batch["obs"]), -jnp.inf)
    return optax.safe_softmax_cross_entropy(logits, batch["policy"]).mean()


# Nothing is masked.
class Plain(nn.Module):
    def forward(self, student, teacher):
        return F.kl_div(F.log_softmax(student, -1), F.softmax(teacher, -1), reduction="batchmean")

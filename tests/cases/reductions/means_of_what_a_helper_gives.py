# What a helper computes of each element of a selection is as empty as the selection, and so is a choice among such
# elements, a loss that is not reduced yet and a sum of each row: their mean is NaN where nothing is selected.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F


def huber(x, delta=1.0):
    size = jnp.abs(x)
    return jnp.where(size < delta, 0.5 * x * x, delta * (size - 0.5 * delta))


def of_foreground(pred, target, labels):
    return jnp.mean(huber(pred[labels > 0] - target[labels > 0]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `labels > 0` holds for any element, and the mean of none is NaN; ask first


def total(pred, target, labels):
    return jnp.sum(huber(pred[labels > 0] - target[labels > 0]))


of_both = jax.grad(of_foreground), jax.grad(total)


class Head(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = torch.nn.Linear(8, 4)

    def charbonnier(self, d, eps=1e-6):
        d = d * d + eps
        return torch.sqrt(d)

    def step(self, x, t, labels):
        out = self.fc(x)
        found = labels > 0
        loss = self.charbonnier(out[found] - t[found]).sum(dim=-1).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `found` holds for any element, and the mean of none is NaN; ask first
        loss.backward()

    def step_of_some(self, x, t, labels):
        out = self.fc(x)
        found = labels > 0
        if found.any():
            loss = self.charbonnier(out[found] - t[found]).sum(dim=-1).mean()
            loss.backward()


def weighted(x, w):
    return w * x.pow(2)


def with_nothing(x):
    return torch.cat([x, torch.zeros(1)])


def by_name(x, w, keep):
    loss = weighted(w=w, x=torch.masked_select(x, keep > 0)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `keep > 0` holds for any element, and the mean of none is NaN; ask first
    loss.backward()


def one_more(x, keep):
    loss = with_nothing(x[keep > 0]).mean()
    loss.backward()


def not_reduced_yet(logits, y):
    loss = F.cross_entropy(logits[y >= 0], y[y >= 0], reduction="none").mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y >= 0` holds for any element, and the mean of none is NaN; ask first
    loss.backward()


def places_and_columns(x, w, index):
    loss = weighted(x[index], w).mean() + weighted(x[:, 0], w).mean()
    loss.backward()


def written_out(model, x, y, labels):
    with tf.GradientTape() as tape:
        d = tf.boolean_mask(model(x), labels > 0) - tf.boolean_mask(y, labels > 0)
        loss = tf.reduce_mean(tf.where(tf.abs(d) < 1.0, 0.5 * d * d, tf.abs(d) - 0.5))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `labels > 0` holds for any element, and the mean of none is NaN; ask first
    return tape.gradient(loss, model.trainable_variables)

"""What a summary or an assertion is given comes back from neither: nobody asks for the derivative of a norm that is logged."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import tensorflow.compat.v1 as tf1
import torch
import wandb
from torch import nn


def logged(w, x):
    norm = tf.sqrt(tf.reduce_sum(tf.nn.relu(w) ** 2))
    tf.summary.scalar("norm", norm)
    return tf.reduce_mean(x * w)


def asserted(w, x):
    norm = tf.sqrt(tf.reduce_sum(tf.nn.relu(w) ** 2))
    tf.debugging.assert_less(norm, 100.0)
    return tf.reduce_mean(x * w)


def histogram(w, x):
    norm = tf1.sqrt(tf1.reduce_sum(tf1.nn.relu(w) ** 2))
    tf1.summary.histogram("norm", norm)
    return tf1.reduce_mean(x * w)


def both(w, x):
    norm = tf.sqrt(tf.reduce_sum(tf.nn.relu(w) ** 2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(…)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.nn.relu(w) ** 2), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(tf.nn.relu(w) ** 2) + 1e-8)
    # from: `tf.nn.relu(w)` made here, exactly 0 for inputs of 0 or less
    tf.summary.scalar("norm", norm)
    loss = tf.reduce_mean(x * w) + norm
    return loss


class Trained(nn.Module):
    def training_step(self, x):
        norm = torch.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
        self.log("norm", norm.mean())
        return (x * self.w).mean()

    def asked(self, x):
        norm = torch.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x[…] - x[…]) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): torch.sqrt(torch.clamp(((x[:, None] - x[None]) ** 2).sum(-1), min=1e-10))
        # or (unsafe): torch.sqrt(((x[:, None] - x[None]) ** 2).sum(-1) + 1e-8)
        total = self.log("norm", norm.mean())
        return (x * self.w).mean() + total


def service(w, x):
    norm = torch.sqrt(((w[:, None] - w[None]) ** 2).sum(-1))
    wandb.log({"norm": norm, "loss": 0.0})
    return torch.mean(x * w)


def inside_jit(w, x):
    norm = jnp.sqrt(jnp.sum((w[:, None] - w[None]) ** 2, -1))
    jax.debug.print("norm {}", norm)
    return jnp.mean(x * w)


def board(writer, w, x):
    norm = torch.sqrt(((w[:, None] - w[None]) ** 2).sum(-1))
    writer.add_histogram("norm", norm)
    return torch.mean(x * w)


def gathered(found, w, x):
    norm = torch.sqrt(((w[:, None] - w[None]) ** 2).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((w[…] - w[…]) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(((w[:, None] - w[None]) ** 2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt(((w[:, None] - w[None]) ** 2).sum(-1) + 1e-8)
    found.append(norm)
    return torch.mean(x * w)


def bar(steps, w, x):
    norm = torch.sqrt(((w[:, None] - w[None]) ** 2).sum(-1))
    steps.set_postfix(norm=norm.mean())
    return torch.mean(x * w)

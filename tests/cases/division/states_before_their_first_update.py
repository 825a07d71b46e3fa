"""A state that begins with zeros is 0 in the first call, where a method divides by it and only then writes into it."""

import torch
import tensorflow as tf
from torch import nn


class Ratios(nn.Module):
    def __init__(self, tasks, momentum=0.9):
        super().__init__()
        self.momentum = momentum
        self.register_buffer("usual", torch.zeros(tasks))
        self.register_buffer("seen", torch.zeros(tasks))
        self.register_buffer("spread", torch.zeros(tasks))
        self.register_buffer("count", torch.zeros(1))
        self.register_buffer("given", torch.zeros(tasks))
        self.register_buffer("halved", torch.zeros(tasks))
        self.register_buffer("never", torch.zeros(tasks))
        self.register_buffer("from_one", torch.ones(tasks))

    def forward(self, losses):
        ratio = losses / self.usual
        #       ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.usual` is a state that starts at 0 and can be exactly 0
        with torch.no_grad():
            self.usual.mul_(self.momentum).add_(losses, alpha=1 - self.momentum)
        return ratio.mean()

    def after(self, losses):
        self.seen = self.momentum * self.seen + (1 - self.momentum) * losses.detach()
        self.count += 1
        return (losses / self.seen / self.count).mean()

    def once_there_is_one(self, losses):
        if self.momentum > 0.5:
            return losses / self.spread
        if losses.isnan().any():
            return losses
        ratio = losses / self.spread
        self.spread = losses.detach()
        return ratio

    def of_what_others_write(self, losses):
        ratio = losses / self.given
        self.given = losses.detach()
        return ratio

    def start(self, first):
        self.given.copy_(first)

    def halve(self, losses, reduce):
        ratio = losses / self.halved
        self.halved[:] = losses.detach() / 2
        reduce(self.halved)
        return ratio

    def warm_up(self, batch, fill):
        fill(self.halved, batch)

    def with_what_nobody_writes(self, losses):
        return losses / self.never

    def of_ones(self, losses):
        ratio = losses / self.from_one
        self.from_one = losses.detach()
        return ratio


class Running:
    def __init__(self, size):
        self.mean = torch.zeros(size)
        self.norm = torch.zeros(size)

    def scaled(self, x):
        scaled = x / self.mean
        #        ^^^^^^^^^^^^^ NAN102 warning: `self.mean` is a state that starts at 0 and can be exactly 0
        self.mean, last = 0.9 * self.mean + 0.1 * x, self.mean
        return scaled, last

    def penalty(self, x):
        """Nothing comes back to what was computed in the call before."""
        size = torch.sqrt(self.norm)
        self.norm = x.detach() ** 2
        return (x * size).sum()


class Weights(tf.Module):
    def __init__(self, tasks):
        super().__init__()
        self.mean = tf.Variable(tf.zeros(tasks), trainable=False)
        self.old = tf.Variable(tf.zeros(tasks), trainable=False)

    def combine(self, losses):
        stacked = tf.stack(losses)
        ratio = stacked / self.mean
        #       ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.mean` is a state that starts at 0 and can be exactly 0
        self.mean.assign(0.9 * self.mean + 0.1 * tf.stop_gradient(stacked))
        return tf.reduce_sum(ratio)

    def combine_later(self, losses):
        stacked = tf.stack(losses)
        self.old.assign(0.9 * self.old + 0.1 * tf.stop_gradient(stacked))
        return tf.reduce_sum(stacked / self.old)

"""How often each class occurs is added up from call to call: what never occurred has counted 0 to this day.

However a count fades, `decay * self.size + (1 - decay) * chosen.sum(0)`, it is 0 for a class that was never chosen.
"""

import tensorflow as tf
import torch
import torch.nn as nn
import torch.nn.functional as F


class Codebook(nn.Module):
    def __init__(self, n, d, decay):
        super().__init__()
        self.n, self.decay = n, decay
        self.register_buffer("codes", torch.randn(n, d))
        self.register_buffer("size", torch.zeros(n))
        self.register_buffer("total", torch.randn(n, d))

    def forward(self, x):
        chosen = F.one_hot(torch.cdist(x, self.codes).argmin(1), self.n).type_as(x)
        self.size.data.mul_(self.decay).add_(chosen.sum(0), alpha=1 - self.decay)
        self.total.data.mul_(self.decay).add_(chosen.t() @ x, alpha=1 - self.decay)
        self.codes.data.copy_(self.total / self.size.unsqueeze(1))
        #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.size.unsqueeze(1)` is a running mean of counts of each class and can be exactly 0: x / 0 is Inf or NaN
        return chosen @ self.codes


class Prototypes(nn.Module):
    def __init__(self, n, d):
        super().__init__()
        self.counts: torch.Tensor
        self.register_buffer("counts", torch.zeros(n))
        self.register_buffer("sums", torch.zeros(n, d))

    def update(self, z, y):
        self.counts += torch.bincount(y, minlength=len(self.counts))
        self.sums += F.one_hot(y, len(self.counts)).float().t() @ z

    def forward(self, z):
        return -torch.cdist(z, self.sums / self.counts[:, None])
        #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.counts[:, None]` is a count of each class and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


class Prior(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.n = n
        self.register_buffer("freq", torch.zeros(n))

    def forward(self, logits, y):
        self.freq = 0.9 * self.freq + 0.1 * F.one_hot(y, self.n).float().sum(dim=0)
        return F.cross_entropy(logits + torch.log(self.freq), y)
        #                               ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.freq` is a running mean of counts of each class and can be exactly 0: log(0) is -inf; keep it above 0


class Quantizer(tf.keras.layers.Layer):
    def __init__(self, n, d, decay=0.99):
        super().__init__()
        self.n, self.decay = n, decay
        self.size = tf.Variable(tf.zeros([n]), trainable=False)
        self.total = tf.Variable(tf.random.normal([n, d]), trainable=False)

    def call(self, x, index):
        chosen = tf.one_hot(index, self.n)
        self.size.assign(self.size * self.decay + (1 - self.decay) * tf.reduce_sum(chosen, 0))
        self.total.assign(self.total * self.decay + (1 - self.decay) * tf.matmul(chosen, x, transpose_a=True))
        return tf.matmul(chosen, self.total / self.size[:, None])
        #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.size[:, None]` is a running mean of counts of each class and can be exactly 0: x / 0 is Inf or NaN


class Tally(tf.keras.layers.Layer):
    def __init__(self, n):
        super().__init__()
        self.n = n
        self.count = tf.Variable(tf.zeros([n]), trainable=False)

    def call(self, y):
        self.count.assign_add(tf.reduce_sum(tf.one_hot(y, self.n), axis=0))
        return 1.0 / self.count
        #      ^^^^^^^^^^^^^^^^ NAN102 warning: `self.count` is a count of each class and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


class Smoothed(nn.Module):
    def __init__(self, n, d, decay, eps=1e-5):
        super().__init__()
        self.n, self.decay, self.eps = n, decay, eps
        self.size: torch.Tensor
        self.register_buffer("size", torch.zeros(n))
        self.register_buffer("total", torch.randn(n, d))
        self.register_buffer("mean", torch.zeros(d))
        self.register_buffer("seen", torch.zeros(n))
        self.register_buffer("other", torch.zeros(n))

    def forward(self, x, index):
        chosen = F.one_hot(index, self.n).type_as(x)
        self.size.lerp_(chosen.sum(0), 1 - self.decay)
        self.mean.mul_(self.decay).add_(x.mean(0))
        self.seen += chosen.sum(0) + 1
        self.other.copy_(x.abs().sum(1))
        self.other.add_(chosen.sum(0))
        n = self.size.sum()
        size = (self.size + self.eps) / (n + self.n * self.eps) * n
        used = self.size > 0
        mean = self.total[used] / self.size[used].unsqueeze(1)
        floored = self.total / self.size.clamp(min=1).unsqueeze(1)
        return self.total / size.unsqueeze(1), mean, floored, x / self.mean, 1 / self.seen, 1 / self.other

# A distribution computes with the parameters that it is given, which are positive by contract, or probabilities. What
# it is asked about is none of them, nor is a parameter that may be negative, nor one of a layer.

import tensorflow as tf
import torch
from torch import nn
from torch.distributions import Distribution, constraints
from tensorflow_probability.python.distributions import distribution, kullback_leibler


class Weibull(distribution.Distribution):
    def __init__(self, shape, scale, loc):
        self._shape = tf.convert_to_tensor(shape)
        self._scale = tf.convert_to_tensor(scale)
        self._loc = loc

    @property
    def shape(self):
        return self._shape

    @property
    def scale(self):
        return self._scale

    @property
    def loc(self):
        return self._loc

    def _entropy(self):
        scale = self.scale * tf.ones_like(self.loc)
        shape = tf.convert_to_tensor(self.shape)
        return 0.577 * (1.0 - 1.0 / shape) + tf.math.log(scale) - tf.math.log(shape) + tf.math.log(2.0 * self._scale)

    def _log_prob(self, x):
        return tf.math.log(x)
        #      ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0

    def _left_over(self):
        return tf.math.log(self.total - self.probs)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.total - self.probs` stays above 0

    def _otherwise(self):
        return tf.math.log(1.0 - self.probs)

    def _mode(self):
        return tf.math.log(self.loc)
        #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.loc` stays above 0


@kullback_leibler.RegisterKL(Weibull, Weibull)
def _divergence(a, b):
    one = tf.convert_to_tensor(a.scale)
    return tf.math.log(one) - tf.math.log(b.scale)


def _handed_over(a: Weibull, b: Weibull):
    return tf.math.log(a.scale) - tf.math.log(b.scale)


kullback_leibler.RegisterKL(Weibull, Weibull)(_handed_over)


def divergence(a, b):
    return tf.math.log(a.scale) - tf.math.log(b.scale)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `a.scale` stays above 0
    #                             ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `b.scale` stays above 0


class Coin(Distribution):
    arg_constraints = {"probs": constraints.unit_interval}

    def __init__(self, probs):
        self.probs = probs

    def logits(self):
        return torch.log(self.probs) - torch.log1p(-self.probs), torch.log(1 - self.probs)


class Likelihood(nn.Module):
    def __init__(self, scale):
        super().__init__()
        self.scale = scale

    def forward(self, x):
        return torch.log(self.scale) + x
        #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.scale` stays above 0


class Gap(Distribution):
    def __init__(self, probs, rate, left, right):
        self.probs, self.rate, self.left, self.right = probs, rate, left, right

    def entropy(self, x, prob):
        size = torch.log(self.rate.abs()) + torch.log(torch.abs(x))
        #                                   ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.abs(x)` stays above 0
        return size + torch.log(self.right - self.left) + torch.log(1 - self.rate) + torch.log(1 - prob)
        #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.right - self.left` stays above 0
        #                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - self.rate` stays above 0
        #                                                                            ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - prob` stays above 0

    def stable(self, a, b):
        return torch.log((1 + torch.exp(a)) / (1 + torch.exp(b))), torch.log(torch.abs())


class Kernel(Base):
    @property
    def arg_constraints(self):
        return {"scale": constraints.positive}

    def forward(self):
        return torch.log(self.scale)

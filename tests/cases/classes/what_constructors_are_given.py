"""What a class is called with is what its constructor is given: a decoder, a bound, a switch that decides what runs."""

import keras
import tensorflow as tf
import torch
from keras import layers, ops
from torch import nn


def sigmoid_decoder(latent=2):
    return keras.Sequential([keras.Input((latent,)), layers.Dense(784, activation="sigmoid")])


def of_layers():
    z = keras.Input((2,))
    h = layers.Dense(16, activation="relu")(z)
    return keras.Model(z, layers.Dense(784, activation="softplus")(h), name="decoder")


class Autoencoder(keras.Model):
    def __init__(self, encoder, decoder, beta=1.0, **kwargs):
        super().__init__(**kwargs)
        self.encoder, self.decoder = encoder, decoder
        self.beta = beta

    def reconstruction(self, x, p):
        return -ops.mean(x * ops.log(p))
        #                    ^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
        # fixed: ops.log(ops.clip(p, 1e-10, 1.0))
        # or (unsafe): ops.log(p + 1e-8)
        # from: `layers.Dense(784, activation="sigmoid")` made here, exactly 0 in float32 for inputs below -87
        # from: `self.decoder(self.encoder(x))` returned by this call

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return self.beta * self.reconstruction(x, self.decoder(self.encoder(x)))


class Counts(keras.Model):
    def __init__(self, decoder):
        super().__init__()
        self.decoder = decoder

    def train_step(self, x):
        with tf.GradientTape() as tape:
            rate = self.decoder(x)
            loss = tf.reduce_mean(rate - x * tf.math.log(rate))
            #                                ^^^^^^^^^^^^^^^^^ NAN101 warning: `rate` is a softplus, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
            # fixed: tf.math.log(tf.maximum(rate, 1e-10))
            # or (unsafe): tf.math.log(rate + 1e-8)
            # from: `layers.Dense(784, activation="softplus")(h)` made here, exactly 0 in float32 for inputs below -87
            # from: `self.decoder(x)` returned by this call
        return tape.gradient(loss, self.trainable_weights)


model = Autoencoder(keras.Sequential([layers.Dense(2)]), sigmoid_decoder())
counts = Counts(decoder=of_layers())


# Two objects, of which one has no floor; of the other class all have one, as far as anybody can tell.
class Entropy(nn.Module):
    def __init__(self, eps=1e-8):
        super().__init__()
        self.eps = eps

    def forward(self, p):
        return -(p * torch.log(p + self.eps)).sum(-1)
        #            ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p + self.eps` can be 0, as a softmax can: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(p + self.eps, min=1e-10))
        # from: `torch.softmax(h, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        # from: `p` passed as `p` here


class Kept(nn.Module):
    def __init__(self, eps=1e-8):
        super().__init__()
        self.eps = eps

    def forward(self, p):
        return -(p * torch.log(p + self.eps)).sum(-1)


def losses(x, h):
    p = torch.softmax(h, -1)
    return Entropy()(p) + Entropy(eps=0.0)(p) + Kept()(p)


# A switch is a setting, whatever is passed here: both branches are looked at.
class Gate(nn.Module):
    def __init__(self, width, bounded=True):
        super().__init__()
        self.linear = nn.Linear(width, 1)
        self.bounded = bounded

    def forward(self, x):
        s = self.linear(x)
        return torch.log(2.0 + torch.tanh(s) if self.bounded else torch.relu(s))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `2.0 + torch.tanh(…h.relu(…)` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(2.0 + torch.tanh(s) if self.bounded else torch.relu(s), min=1e-10))
        # or (unsafe): torch.log((2.0 + torch.tanh(s) if self.bounded else torch.relu(s)) + 1e-8)
        # from: `torch.relu(s)` made here, exactly 0 for inputs of 0 or less


gates = [Gate(8), Gate(4, bounded=True)]


# A class that inherits the constructor is called with what it gets; one that has its own may change it afterwards.
class Head(nn.Module):
    def __init__(self, activation):
        super().__init__()
        self.activation = activation

    def forward(self, x):
        return torch.log(self.activation(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.activation(x)` is a softplus, exactly 0 for inputs below -103: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(self.activation(x), min=1e-10))
        # or (unsafe): torch.log(self.activation(x) + 1e-8)
        # from: `self.activation(x)` made here, exactly 0 in float32 for inputs below -103


class Positive(Head):
    """Has no constructor of its own."""


class Safe(nn.Module):
    def __init__(self, activation):
        super().__init__()
        self.activation = activation

    def forward(self, x):
        return torch.log(self.activation(x))


heads = [Positive(torch.sigmoid), Head(nn.Softplus()), Safe(lambda x: torch.sigmoid(x) + 1e-3)]


class Diagonal:
    def __init__(self, flat):
        self.std = torch.exp(flat)

    def log_prob(self, x):
        return -torch.log(self.std)


class Clamped(Diagonal):
    def __init__(self, flat):
        super().__init__(flat)
        self.std = torch.exp(flat.clamp(-5.0, 2.0))


policy = Clamped(nn.Linear(8, 2)(torch.rand(3, 8)))

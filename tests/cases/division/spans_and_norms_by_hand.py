"""A span is 0 where all is equal: possible, and no more, of what nobody knows. A loss meets constant rows: a warning there.

So it is of what a network puts out, in an augmentation and in a picture. A norm by hand fails in its derivative too.
"""

import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F
from torch import nn


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Conv2d(8, 3, 1)

    @torch.no_grad()
    def picture(self, x):
        x = self.out(x)
        return 2.0 * (x - x.min()) / (x.max() - x.min()) - 1.0
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(x.max() - x.min())`


def root_of_squares(x, axis):
    return jnp.sqrt(jnp.sum(x * x, axis=axis, keepdims=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows


def augmented(noise, kernel):
    noise = tf.nn.conv1d(noise, kernel, 1, "SAME")
    low, high = tf.reduce_min(noise), tf.reduce_max(noise)
    return (noise - low) / (high - low)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(high - low)`


def unit(x):
    return x / root_of_squares(x, -1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: ...is a norm


def rescaled(v):
    low, high = v.amin(), v.amax()
    return (v - low) / (high - low)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(high - low)`


def compared(real, fake):
    return F.mse_loss(rescaled(real), rescaled(fake))


class Dissimilarity(nn.Module):
    def forward(self, image):
        return self.weights(image).mean()

    def weights(self, image):
        low, high = torch.min(image), torch.max(image)
        width = (high - low) / 8
        return torch.div(image, width)
        #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `width`


def contrast_loss(x):
    return jnp.mean((x - x.min()) / (x.max() - x.min()))
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(x.max() - x.min())`

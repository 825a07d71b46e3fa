"""Roots of sums of squares that ordinary inputs make 0: a flat image, a silent recording, an edge between equal points.

The derivative of the root is infinite there, and NaN behind it. A recording is often only looked at: in a loss it tells.
"""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F
from torch import nn


def total_variation_loss(img):
    dx = img[:, :, 1:, :-1] - img[:, :, :-1, :-1]
    dy = img[:, :, :-1, 1:] - img[:, :, :-1, :-1]
    return torch.sqrt(dx**2 + dy**2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `dx**2 + dy**2` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(dx**2 + dy**2, min=1e-10))


def roughness(img):
    dx = jnp.diff(img, axis=0)[:, :-1]
    dy = jnp.diff(img, axis=1)[:-1]
    return jnp.mean(jnp.sqrt(dx * dx + dy * dy))
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `dx * dx + dy * dy` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(dx * dx + dy * dy, 1e-10))


slope = jax.grad(roughness)


class Edges(nn.Module):
    def __init__(self):
        super().__init__()
        kernel = torch.tensor([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
        self.register_buffer("kx", kernel[None, None])
        self.register_buffer("ky", kernel.t().contiguous()[None, None])

    def forward(self, img):
        gx = F.conv2d(img, self.kx, padding=1)
        gy = F.conv2d(img, self.ky, padding=1)
        return (gx**2 + gy**2).sqrt()
    #          ^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(gx**2 + gy**2)` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): (gx**2 + gy**2).clamp(min=1e-10).sqrt()
    # from: `F.conv2d(img, self.kx, padding=1)` made here, unbounded


def spectral_loss(x, y):
    s = tf.signal.stft(x, 512, 128)
    m = tf.sqrt(tf.math.real(s) ** 2 + tf.math.imag(s) ** 2)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.math.real(…)…(…) ** 2` is 0 where the input is silent: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.math.real(s) ** 2 + tf.math.imag(s) ** 2, 1e-10))
    return tf.reduce_mean(tf.abs(m - y))


class SpectralLoss(nn.Module):
    def forward(self, wav, ref):
        spec = torch.view_as_real(torch.stft(wav, 512, return_complex=True))
        return F.l1_loss(spec.pow(2).sum(-1).sqrt(), ref)
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `spec.pow(2).sum(-1)` is 0 where the input is silent: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): spec.pow(2).sum(-1).clamp(min=1e-10).sqrt()
    # or (unsafe): (spec.pow(2).sum(-1) + 1e-8).sqrt()


class FrontEnd(nn.Module):
    def forward(self, wav):
        spec = torch.stft(wav, 512, return_complex=True)
        return torch.sqrt(spec.real**2 + spec.imag**2)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `spec.real**2 + spec.imag**2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(spec.real**2 + spec.imag**2, min=1e-10))


class Layer(nn.Module):
    def forward(self, h, coord, edges):
        row, col = edges
        diff = coord[row] - coord[col]
        return torch.sqrt(torch.sum(diff**2, 1, keepdim=True))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.sum(…)` is 0 where both ends are at one place: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(torch.sum(diff**2, 1, keepdim=True), min=1e-10))
    # or (unsafe): torch.sqrt(torch.sum(diff**2, 1, keepdim=True) + 1e-8)


def masked_loss(img):
    dx = img[:, 1:, :-1] - img[:, :-1, :-1]
    dy = img[:, :-1, 1:] - img[:, :-1, :-1]
    return torch.sqrt(dx**2 + dy**2 + 1e-6).mean()


def apart_loss(img):
    dx = img[:, 1:] - img[:, :-1]
    return torch.sqrt(dx**2 + 1.0).mean(), dx.abs().mean()


def product_loss(x):
    s = jnp.fft.rfft(x)
    return jnp.log(2.0 + jnp.sin(s.real * s.imag))

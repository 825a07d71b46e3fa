"""The derivative of singular vectors and of eigenvectors divides by the distances of the values: NaN where two are equal."""

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
from torch import nn


class Procrustes(nn.Module):
    def forward(self, source, target):
        h = source.transpose(-1, -2) @ target
        u, _, vh = torch.linalg.svd(h)
        #          ^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that the singular values of `h` are apart: of equal ones the gradient is NaN
        return ((source @ (u @ vh) - target) ** 2).mean()


class SVDHead(nn.Module):
    def __init__(self):
        super().__init__()
        self.reflect = nn.Parameter(torch.eye(3), requires_grad=False)

    def forward(self, src_embedding, tgt_embedding):
        for i in range(src_embedding.size(0)):
            u, s, v = torch.svd(src_embedding[i] @ tgt_embedding[i].T)
            #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that the singular values of `src_embedd…[…].T` are apart: of equal ones the gradient is NaN
            r = v @ u.T
        return r


class SpectralPooling(nn.Module):
    def forward(self, adjacency, x):
        _, vectors = torch.linalg.eigh(adjacency)
        #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that the eigenvalues of `adjacency` are apart: of equal ones the gradient is NaN
        return vectors[:, -4:].T @ x


class Whitening(nn.Module):
    def forward(self, x):
        cov = x.T @ x / x.shape[0]
        found = torch.linalg.eigh(cov)
        #       ^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that the eigenvalues of `cov` are apart: of equal ones the gradient is NaN
        return x @ found.eigenvectors


class Principal(nn.Module):
    def forward(self, x):
        direction = torch.linalg.eigh(x.T @ x)[1][:, -1]
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that the eigenvalues of `x.T @ x` are apart: of equal ones the gradient is NaN
        return x @ direction


class LowRank(nn.Module):
    def forward(self, x):
        u, s, v = torch.svd_lowrank(x, q=4)
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that the singular values of `x` are apart: of equal ones the gradient is NaN
        return u @ torch.diag(s) @ v.T


class Aligned(eqx.Module):
    scale: jax.Array

    def __call__(self, a, b):
        u, s, vt = jnp.linalg.svd(a.T @ b)
        #          ^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that the singular values of `a.T @ b` are apart: of equal ones the gradient is NaN
        return self.scale * (u @ vt)


def alignment_loss(params, a, b):
    u, s, vt = jnp.linalg.svd((a @ params).T @ b)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that the singular values of `(…).T @ b` are apart: of equal ones the gradient is NaN
    return jnp.mean((a @ params @ u @ vt - b) ** 2)


def subspace_loss(params, x):
    w, v = jnp.linalg.eigh(params @ params.T)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that the eigenvalues of `params @ params.T` are apart: of equal ones the gradient is NaN
    return -jnp.sum((x @ v[:, -2:]) ** 2)



step = jax.jit(jax.grad(alignment_loss))
other = jax.jit(jax.grad(subspace_loss))


# Only values are looked at, whose derivative is finite.
class NuclearNorm(nn.Module):
    def forward(self, x):
        _, s, _ = torch.linalg.svd(x)
        return s.sum()


class LogDetByValues(nn.Module):
    def forward(self, x):
        values = torch.linalg.eigh(x + torch.eye(4)).eigenvalues
        return torch.linalg.svd(x)[1].sum() + torch.linalg.svd(x).S.sum() + values.sum()


class NamedButUnused(nn.Module):
    def forward(self, x):
        u, s, v = torch.svd(x)
        return (s**2).sum()


# No gradient comes back.
class Frozen(nn.Module):
    def forward(self, x):
        with torch.no_grad():
            u, s, vh = torch.linalg.svd(x)
        return x @ vh.T


class Projected(nn.Module):
    def forward(self, x):
        u, s, vh = torch.linalg.svd(x.detach())
        return x @ vh.T


class StoppedAfter(nn.Module):
    def forward(self, x):
        w, v = torch.linalg.eigh(x.T @ x)
        return x @ v.detach()


class Rotation(nn.Module):
    def __init__(self, n):
        super().__init__()
        u, _, vh = torch.linalg.svd(torch.randn(n, n))
        self.weight = nn.Parameter(u @ vh)

    def forward(self, x):
        return x @ self.weight


# Prepared data, a metric.
def components(x):
    u, s, vt = np.linalg.svd(x - x.mean(0), full_matrices=False)
    return vt[:2]


def frechet_distance(mu1, sigma1, mu2, sigma2):
    w, v = torch.linalg.eigh(sigma1)
    root = v @ torch.diag(w.clamp(min=0).sqrt()) @ v.T
    #                     ^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `w.clamp(min=0)` can be 0: sqrt has an infinite gradient at 0 (before PyTorch 2.14); keep it above 0
    return ((mu1 - mu2) ** 2).sum() + torch.trace(sigma1 + sigma2 - 2 * root)


# TensorFlow answers 0 where two are equal.
class TfProcrustes(tf.keras.layers.Layer):
    def call(self, a, b):
        s, u, v = tf.linalg.svd(tf.matmul(a, b, transpose_a=True))
        return tf.matmul(u, v, transpose_b=True)


# What is added differs from element to element, so that the values are apart.
class Jittered(nn.Module):
    def forward(self, x):
        cov = x.T @ x / x.shape[0]
        w, v = torch.linalg.eigh(cov + 1e-4 * torch.diag(torch.arange(8.0)))
        return x @ v


class Noisy(nn.Module):
    def forward(self, x):
        cov = x.T @ x + 1e-5 * torch.rand(8, 8)
        u, s, v = torch.svd(cov)
        return x @ v

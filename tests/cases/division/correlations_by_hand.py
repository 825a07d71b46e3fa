"""Correlations that are written out: the divisor is 0 where one of the two is constant."""

import jax
import jax.numpy as jnp
import keras.backend as K
import numpy as np
import torch
from keras.layers import Dense
from keras.models import Sequential


def correlation_loss(y_true, y_pred):
    xm, ym = y_true - K.mean(y_true), y_pred - K.mean(y_pred)
    r_num = K.sum(xm * ym)
    r_den = K.sqrt(K.sum(K.square(xm)) * K.sum(K.square(ym)))
    r = r_num / r_den
    #   ^^^^^^^^^^^^^ NAN102 warning: `r_den` is a product of norms, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: r_den = K.sqrt(K.maximum(K.sum(K.square(xm)) * K.sum(K.square(ym)), 1e-12))
    # adds: K.maximum(
    # adds: , 1e-12)
    # from: `K.sqrt(K.sum(K.square(xm)) * K.sum(K.square(ym)))` made here, exactly 0 for a vector of zeros
    return 1 - K.square(r)


def kept(y_true, y_pred):
    xm, ym = y_true - K.mean(y_true), y_pred - K.mean(y_pred)
    r = K.sum(xm * ym) / (K.sqrt(K.sum(K.square(xm)) * K.sum(K.square(ym))) + K.epsilon())
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `K.sum(…) * K.sum(…)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): K.sqrt(K.maximum(K.sum(K.square(xm)) * K.sum(K.square(ym)), 1e-10))
    # or (unsafe): K.sqrt(K.sum(K.square(xm)) * K.sum(K.square(ym)) + 1e-8)
    inner = K.sum(xm * ym) / K.sqrt(K.sum(K.square(xm)) * K.sum(K.square(ym)) + K.epsilon())
    return 1 - K.square(r) + 0 * inner


def pearson(x, y):
    x = x - x.mean()
    y = y - y.mean()
    r = (x * y).sum() / torch.sqrt((x**2).sum() * (y**2).sum())
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(…)` is a product of norms and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): (x * y).sum() / torch.sqrt(torch.clamp((x**2).sum() * (y**2).sum(), min=1e-12))
    # from: `torch.sqrt((x**2).sum() * (y**2).sum())` made here, exactly 0 for a vector of zeros
    reveal_range(r)  # [-1.0000004, 1.0000004] float32 takes -1.0000002, 1.0000002
    return 1 - r


def concordance(x, y):
    vx, vy = x - jnp.mean(x), y - jnp.mean(y)
    rho = jnp.sum(vx * vy) / (jnp.sqrt(jnp.sum(vx**2) * jnp.sum(vy**2)) + 1e-8)
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.sum(vx**2) * jnp.sum(vy**2)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(vx**2) * jnp.sum(vy**2), 1e-10))
    # or (unsafe): jnp.sqrt(jnp.sum(vx**2) * jnp.sum(vy**2) + 1e-8)
    return jnp.arccos(rho)
    #      ^^^^^^^^^^^^^^^ NAN105 warning: `rho` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
    # fixed: jnp.arccos(jnp.clip(rho, -0.9999999, 0.9999999))
    # from: `jnp.sum(vx * vy) / (jnp.sqrt(jnp.sum(vx**2) * jnp.sum(vy**2)) + 1e-8)` made here, above 1 by rounding, for parallel vectors


def of_arrays(x, y):
    xm, ym = x - x.mean(), y - y.mean()
    return (xm * ym).sum() / np.sqrt((xm * xm).sum() * (ym * ym).sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.sqrt(…)` is a product of norms, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (xm * ym).sum() / np.maximum(np.sqrt((xm * xm).sum() * (ym * ym).sum()), 1e-7)
    # or (unsafe): (xm * ym).sum() / (np.sqrt((xm * xm).sum() * (ym * ym).sum()) + 1e-8)
    # from: `np.sqrt((xm * xm).sum() * (ym * ym).sum())` made here, exactly 0 for a vector of zeros


model = Sequential([Dense(8, activation="relu"), Dense(1)])
model.compile("adam", loss=correlation_loss)
gradient = jax.grad(concordance)

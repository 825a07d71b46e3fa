"""A filter of states in `lax.scan` with a variational bound: carried variances, precisions, logarithms under `where`."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax import lax, nn, random
from jax.scipy import linalg, stats


class Carry(NamedTuple):
    mean: jax.Array
    var: jax.Array
    log_z: jax.Array


class Params(NamedTuple):
    raw_q: jax.Array
    raw_r: jax.Array
    gain: jax.Array


def softplus_inverse(y):
    return jnp.log(jnp.expm1(y))


def init(key, dim):
    k1, _ = random.split(key)
    return Params(jnp.zeros(dim), jnp.full(dim, softplus_inverse(0.1)), random.normal(k1, (dim,)))


def kalman(params: Params, ys, floor=1e-6):
    q, r = nn.softplus(params.raw_q), nn.softplus(params.raw_r)

    def step(carry: Carry, y):
        prior = carry.var * params.gain**2 + q
        s = prior + r + floor
        k = prior / s
        innovation = y - carry.mean * params.gain
        log_z = -0.5 * (jnp.log(2 * jnp.pi * s) + innovation**2 / s)
        #               ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `2 * jnp.pi * s` stays above 0: log(0) is -inf
        # fixed: jnp.log(jnp.maximum(2 * jnp.pi * s, 1e-7))
        return Carry(carry.mean * params.gain + k * innovation, (1 - k) * prior, carry.log_z + log_z), k

    first = Carry(jnp.zeros_like(q), jnp.ones_like(q), jnp.zeros_like(q))
    last, gains = lax.scan(step, first, ys)
    return last.log_z.sum(), gains


def information_filter(params: Params, ys):
    r = nn.softplus(params.raw_r)

    def step(carry, y):
        precision, weighted = carry
        precision = precision + 1.0 / r
        #                       ^^^^^^^ NAN102 information: `r` is a softplus, exactly 0 for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
        # fixed: 1.0 / jnp.maximum(r, 1e-7)
        # or (unsafe): 1.0 / (r + 1e-8)
        # from: `nn.softplus(params.raw_r)` made here, exactly 0 in float32 for inputs below -87
        weighted = weighted + y / r
        #                     ^^^^^ NAN102 hint: `r` divides in `1.0 / r` too, where it is told: what mends it where it is made mends both
        # fixed: y / jnp.maximum(r, 1e-7)
        # or (unsafe): y / (r + 1e-8)
        return (precision, weighted), weighted / precision

    _, means = jax.lax.scan(step, (jnp.ones_like(r), jnp.zeros_like(r)), ys)
    return means, jnp.log(r), jnp.log(r + 1e-6)
    #             ^^^^^^^^^^ NAN101 warning: `r` is a softplus, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.maximum(r, 1e-10))
    # or (unsafe): jnp.log(r + 1e-8)
    # from: `nn.softplus(params.raw_r)` made here, exactly 0 in float32 for inputs below -87


def kl_gaussians(m1, s1, m2, s2):
    return jnp.log(s2) - jnp.log(s1) + (s1**2 + (m1 - m2) ** 2) / (2 * s2**2) - 0.5
    #                    ^^^^^^^^^^^ NAN101 warning: `s1` can be 0, as a sigmoid is for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.maximum(s1, 1e-10))
    # or (unsafe): jnp.log(s1 + 1e-8)
    # from: `nn.sigmoid(params.raw_r)` made here, exactly 0 in float32 for inputs below -87


def elbo(params, key, ys, samples=8):
    sigma = jnp.exp(jnp.clip(params.raw_q, -8.0, 4.0))
    reveal_range(sigma)  # [0.000335462508, 54.5981636] float32 takes 0.000335462624, 54.5981483
    eps = random.normal(key, (samples, *sigma.shape))
    z = params.gain + sigma * eps
    log_lik = stats.norm.logpdf(ys[:, None], z.mean(0), sigma).sum()
    kl = kl_gaussians(params.gain, sigma, 0.0, 1.0).sum()
    tight = kl_gaussians(params.gain, nn.sigmoid(params.raw_r), 0.0, 1.0).sum()
    return log_lik - kl - tight


def mixture(logits, means, scales, y):
    w = nn.softmax(logits)
    scales = jnp.where(scales > 1e-3, scales, 1e-3)
    comp = stats.norm.pdf(y[..., None], means, scales)
    by_hand = jnp.log((w * comp).sum(-1))
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(w * comp).sum(-1)` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp
    # fixed: jnp.log(jnp.maximum((w * comp).sum(-1), 1e-10))
    # from: `nn.softmax(logits)` made here, values in [0, 1]
    stable = nn.logsumexp(nn.log_softmax(logits) + stats.norm.logpdf(y[..., None], means, scales), axis=-1)
    reveal_range(w)  # [0, 1] float32 takes 0, 1
    weights = jnp.where(w > 0, jnp.log(w), 0.0)
    #                          ^^^^^^^^^^ NAN302 warning: `jnp.where(w > 0, jnp.log(w), 0.0)` masks the value but leaves the gradient NaN where `w` is 0; mask it first
    # fixed: nn.log_softmax(logits)
    # or: jnp.log(jnp.where(w > 0, w, 1.0))
    # or: jnp.log(jnp.clip(w, 1e-10, 1.0))
    # from: `nn.softmax(logits)` made here, exactly 0 in float32 once a logit trails the largest by 87
    double = jnp.where(w > 0, jnp.log(jnp.where(w > 0, w, 1.0)), 0.0)
    return by_hand, stable, (weights + double).sum()


def resample(key, log_w, ess_fraction=0.5):
    w = jnp.exp(log_w - lax.stop_gradient(jnp.max(log_w)))
    w = w / jnp.sum(w)
    ess = 1.0 / jnp.sum(jnp.square(w))
    idx = random.categorical(key, jnp.log(w), shape=log_w.shape)
    return lax.cond(ess < ess_fraction * log_w.size, lambda i: i, lambda i: jnp.arange(i.size), idx), ess


def multivariate(y, mean, cov, jitter=1e-6):
    chol = jnp.linalg.cholesky(cov + jitter * jnp.eye(cov.shape[-1]))
    z = linalg.solve_triangular(chol, y - mean, lower=True)
    half_log_det = jnp.log(jnp.diagonal(chol, axis1=-2, axis2=-1)).sum(-1)
    sign, log_det = jnp.linalg.slogdet(cov)
    return -0.5 * (z @ z + log_det) - half_log_det - 0.5 * y.shape[-1] * jnp.log(2 * jnp.pi)


fit = jax.jit(
    jax.value_and_grad(
        lambda p, key, ys: -elbo(p, key, ys) - kalman(p, ys)[0] + mixture(p.raw_q, p.gain, p.raw_r, ys)[2]
    )
)

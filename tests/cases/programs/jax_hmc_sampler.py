"""A sampler of Hamiltonian dynamics over unconstrained parameters: acceptance by exponentials, step sizes that adapt, priors by hand."""

import functools
import math
import operator
from typing import Callable, Mapping, NamedTuple

import jax
import jax.numpy as jnp
from jax import lax
from jax.scipy.special import betaln, expit, gammaln, log1p, logit
from jax.scipy.stats import gamma as gamma_dist

LogDensity = Callable[[Mapping[str, jax.Array]], jax.Array]


class State(NamedTuple):
    q: dict
    log_p: jax.Array
    accept: jax.Array
    step: jax.Array


class Bijector:
    def forward(self, x):
        raise NotImplementedError

    def log_det(self, x):
        raise NotImplementedError

    def __rshift__(self, other):
        return Chain([self, other])


class Exp(Bijector):
    forward = staticmethod(jnp.exp)

    def log_det(self, x):
        return x


class Softplus(Bijector):
    def forward(self, x):
        return jax.nn.softplus(x)

    def inverse(self, y):
        return jnp.log(jnp.expm1(y))

    def safe_inverse(self, y):
        return y + jnp.log(-jnp.expm1(-jnp.maximum(y, 1e-6)))

    def log_det(self, x):
        return -jax.nn.softplus(-x)


class Interval(Bijector):
    def __init__(self, low=0.0, high=1.0):
        if not low < high:
            raise ValueError((low, high))
        self.low, self.width = low, high - low

    def forward(self, x):
        return self.low + self.width * expit(x)

    def log_det(self, x):
        s = expit(x)
        naive = jnp.log(s * (1 - s))
        #       ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `s * (1 - s)` can be 0, as a sigmoid is for inputs below -87: log(0) is -inf; keep it above 0
        # fixed: jnp.log(jnp.clip(s * (1 - s), 1e-10, 1.0))
        # or (unsafe): jnp.log(s * (1 - s) + 1e-8)
        # from: `expit(x)` made here, exactly 0 in float32 for inputs below -87
        stable = jax.nn.log_sigmoid(x) + jax.nn.log_sigmoid(-x)
        return 0.5 * (naive + stable) + math.log(self.width)

    def inverse(self, y):
        u = (y - self.low) / self.width
        return logit(jnp.clip(u, 1e-6, 1 - 1e-6))


class Chain(Bijector):
    def __init__(self, parts):
        self.parts = parts

    def forward(self, x):
        return functools.reduce(lambda a, b: b.forward(a), self.parts, x)

    def log_det(self, x):
        total = 0.0
        for part in self.parts:
            total, x = total + part.log_det(x), part.forward(x)
        return total


def beta_binomial(params, k, n):
    p, conc = expit(params["p"]), jax.nn.softplus(params["conc"])
    a, b = p * conc, (1 - p) * conc
    loose = betaln(k + a, n - k + b) - betaln(a, b)
    a1, b1 = jnp.maximum(a, 1e-4), jnp.maximum(b, 1e-4)
    reveal_range(a1)  # [9.99999975e-05, inf] float32 takes 9.99999975e-05, 10000
    return (loose + betaln(k + a1, n - k + b1) - betaln(a1, b1)).sum()


def negative_binomial(params, y):
    mu = jnp.exp(jnp.minimum(params["eta"], 20.0))
    r = jnp.exp(-params["log_phi"])
    phi = 1.0 / (jax.nn.softplus(params["raw"]) + 1e-3)
    reveal_range(mu)  # [0, 485165312] float32 takes 485165184
    log_lik = (
        gammaln(y + phi)
        - gammaln(phi)
        - gammaln(y + 1)
        + phi * jnp.log(phi / (phi + mu))
        + y * jnp.log(mu / (phi + mu))
    )
    return log_lik.sum() + gamma_dist.logpdf(r + 1e-6, 2.0, scale=0.5).sum()


def half_cauchy(log_tau, scale=1.0):
    tau = jnp.exp(jnp.clip(log_tau, -15, 15))
    return -log1p((tau / scale) ** 2) + log_tau


def leapfrog(grad_fn, q, p, eps, n):
    def body(_, qp):
        q, p = qp
        p = jax.tree.map(lambda a, g: a + 0.5 * eps * g, p, grad_fn(q))
        q = jax.tree.map(lambda a, b: a + eps * b, q, p)
        return q, jax.tree.map(lambda a, g: a + 0.5 * eps * g, p, grad_fn(q))

    return lax.fori_loop(0, n, body, (q, p))


@functools.partial(jax.jit, static_argnames=("log_density", "n"))
def hmc_step(key, state: State, log_density: LogDensity, n=10, target=0.8):
    k_mom, k_u = jax.random.split(key)
    leaves, tree = jax.tree.flatten(state.q)
    keys = jax.random.split(k_mom, len(leaves))
    p = tree.unflatten([jax.random.normal(k, x.shape) for k, x in zip(keys, leaves)])
    q_new, p_new = leapfrog(jax.grad(log_density), state.q, p, state.step, n)
    kinetic = lambda m: 0.5 * functools.reduce(operator.add, (jnp.vdot(x, x) for x in jax.tree.leaves(m)))
    log_ratio = log_density(q_new) - state.log_p - kinetic(p_new) + kinetic(p)
    log_ratio = jnp.where(jnp.isnan(log_ratio), -jnp.inf, log_ratio)
    accept = jnp.minimum(1.0, jnp.exp(log_ratio))
    tame = jnp.exp(jnp.minimum(0.0, log_ratio))
    take = jnp.log(jax.random.uniform(k_u)) < log_ratio
    q = jax.tree.map(lambda a, b: jnp.where(take, a, b), q_new, state.q)
    step = jnp.exp(jnp.log(state.step) + 0.05 * (tame - target))
    #              ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `state.step` stays above 0: log(0) is -inf
    # fixed: jnp.log(jnp.maximum(state.step, 1e-10))
    return State(q, jnp.where(take, log_density(q_new), state.log_p), accept, jnp.clip(step, 1e-5, 1.0))


def gumbel_max(key, log_w):
    u = jax.random.uniform(key, log_w.shape)
    v = jax.random.uniform(key, log_w.shape, minval=1e-6, maxval=1.0)
    bad = -jnp.log(-jnp.log(u))
    #               ^^^^^^^^^^ NAN101 warning: `u` is a uniform random number, exactly 0 in one draw of ten million or so: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.clip(u, 1e-10, 1.0))
    # or (unsafe): jnp.log(u + 1e-8)
    # from: `jax.random.uniform(key, log_w.shape)` made here, exactly 0 in float32 in one draw of ten million or so
    good = -jnp.log(-jnp.log(v) + 1e-9)
    return jnp.argmax(log_w + good), log_w + bad


def r_hat(chains):
    m, n = chains.shape[:2]
    within = chains.var(axis=1, ddof=1).mean(0)
    between = n * chains.mean(1).var(0, ddof=1)
    return jnp.sqrt(((n - 1) / n * within + between / n) / within)

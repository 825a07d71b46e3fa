"""A diffusion model's schedules: products of what is kept, roots of the rest, ratios of signal and noise at the ends of time."""

import enum
import math
from collections.abc import Callable
from dataclasses import dataclass

import jax
import jax.numpy as jnp
import jax.random as jr
from flax import nnx
from jax import Array, lax


class Schedule(str, enum.Enum):
    LINEAR = "linear"
    COSINE = "cosine"
    SIGMOID = "sigmoid"


def linear_betas(n, low=1e-4, high=0.02):
    return jnp.linspace(low, high, n)


def cosine_alphas_bar(n, s=0.008):
    t = jnp.arange(n + 1) / n
    f = jnp.cos((t + s) / (1 + s) * math.pi / 2) ** 2
    return f / f[0]


def sigmoid_alphas_bar(n, start=-3.0, end=3.0):
    t = jnp.linspace(0, 1, n)
    v = jax.nn.sigmoid(-(start + t * (end - start)))
    return (v - v.min()) / (v.max() - v.min())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(v.max() - v.min())` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN
    # fixed: (v - v.min()) / jnp.maximum(v.max() - v.min(), 1e-7)
    # from: `v.max() - v.min()` made here, exactly 0 where all elements are equal


@dataclass
class Diffusion:
    steps: int = 1000
    kind: Schedule = Schedule.LINEAR
    clip: float = 0.999

    def __post_init__(self):
        if self.kind == Schedule.LINEAR:
            betas = linear_betas(self.steps)
        else:
            bar = {Schedule.COSINE: cosine_alphas_bar, Schedule.SIGMOID: sigmoid_alphas_bar}[self.kind](self.steps)
            betas = jnp.clip(1 - bar[1:] / jnp.maximum(bar[:-1], 1e-8), 0.0, self.clip)
        self.betas = betas
        self.alphas_bar = jnp.cumprod(1.0 - betas)

    def posterior_log_variance(self):
        prev = jnp.append(1.0, self.alphas_bar[:-1])
        var = self.betas * (1 - prev) / (1 - self.alphas_bar)
        floored = jnp.log(jnp.maximum(var, 1e-20))
        first = jnp.log(jnp.concatenate([var[1:2], var[1:]]))
        # FIXME: information: the first variance is 0, as `prev` begins with 1
        return jnp.log(var), floored, first

    def q_sample(self, x0: Array, t: Array, noise: Array) -> Array:
        a = self.alphas_bar[t][:, None, None, None]
        return jnp.sqrt(a) * x0 + jnp.sqrt(1.0 - a) * noise


def continuous(t, beta_min=0.1, beta_max=20.0):
    log_mean = -0.25 * t**2 * (beta_max - beta_min) - 0.5 * t * beta_min
    mean = jnp.exp(log_mean)
    std = jnp.sqrt(1.0 - jnp.exp(2.0 * log_mean))
    exact = jnp.sqrt(-jnp.expm1(2.0 * log_mean) + 1e-12)
    return mean, std, exact


def log_snr(t, low=-10.0, high=10.0):
    b = math.atan(math.exp(-0.5 * high))
    a = math.atan(math.exp(-0.5 * low)) - b
    return -2.0 * jnp.log(jnp.tan(a * t + b))
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `jnp.tan(a * t + b)` stays above 0: log(0) is -inf
    # fixed: jnp.log(jnp.maximum(jnp.tan(a * t + b), 1e-10))


class Score(nnx.Module):
    def __init__(self, width: int, *, rngs: nnx.Rngs):
        self.a = nnx.Linear(3, width, rngs=rngs)
        self.b = nnx.Linear(width, 2, rngs=rngs)

    def __call__(self, x, t):
        h = nnx.silu(self.a(jnp.concatenate([x, t[:, None]], axis=-1)))
        return self.b(h)


def score_loss(model: Score, key, x0, eps: float = 1e-5, weight: Callable | None = None):
    kt, kn = jr.split(key)
    t = jr.uniform(kt, (x0.shape[0],))
    t_safe = eps + (1.0 - eps) * jr.uniform(kt, (x0.shape[0],))
    noise = jr.normal(kn, x0.shape)
    mean, std, exact = continuous(t)
    x = mean[:, None] * x0 + std[:, None] * noise
    target = -noise / std[:, None]
    #        ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `std[:, None]` can be 0, as a uniform random number can: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): -noise / jnp.maximum(std[:, None], 1e-7)
    # from: `jr.uniform(kt, (x0.shape[0],))` made here, exactly 0 in float32 in one draw of ten million or so
    # from: `t` passed as `t` here
    # from: `jnp.exp(2.0 * log_mean)` made here, values in [4.31857261e-05, 1.00000048]
    # from: `jnp.sqrt(1.0 - jnp.exp(2.0 * log_mean))` made here, values in [0, 0.999978602]
    # from: `mean, std, exact = continuous(t)` goes into `std` here
    loss = jnp.square(model(x, t) - target)
    w = 1.0 / t
    #   ^^^^^^^ NAN102 information: `t` is a uniform random number and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1.0 / jnp.maximum(t, 1e-7)
    # or (unsafe): 1.0 / (t + 1e-8)
    # from: `jr.uniform(kt, (x0.shape[0],))` made here, exactly 0 in float32 in one draw of ten million or so
    w_safe = 1.0 / t_safe
    reveal_range(t_safe)  # any value float32 takes 9.99999975e-06
    tame = jnp.square(model(x, t_safe) * exact[:, None] + noise)
    return (w[:, None] * loss).mean() + (w_safe[:, None] * tame).mean()


@nnx.jit
def step(model, optimizer, key, x0):
    loss, grads = nnx.value_and_grad(score_loss)(model, key, x0)
    optimizer.update(grads)
    return loss


def ddim(model, d: Diffusion, x, eta=0.0):
    def body(i, x):
        a = d.alphas_bar[d.steps - 1 - i]
        prev = d.alphas_bar[d.steps - 2 - i]
        eps = model(x, jnp.full(x.shape[:1], i))
        x0 = (x - jnp.sqrt(1 - a) * eps) / jnp.sqrt(jnp.maximum(a, 1e-5))
        sigma = eta * jnp.sqrt((1 - prev) / (1 - a) * (1 - a / prev))
        return jnp.sqrt(prev) * x0 + jnp.sqrt(jnp.clip(1 - prev - sigma**2, 0.0)) * eps

    return lax.fori_loop(0, d.steps - 1, body, x)

"""Differentiable physics with `custom_jvp`, rays and soft sorting: poles that a rule of one's own removes, roots of discriminants."""

import functools
from dataclasses import dataclass
from typing import Final

import jax
import jax.numpy as jnp
from jax import custom_jvp, custom_vjp, lax

G: Final = 9.81
EPS: Final[float] = float(jnp.finfo(jnp.float32).eps)


@custom_jvp
def safe_sqrt(x):
    return jnp.sqrt(x)


@safe_sqrt.defjvp
def _safe_sqrt_jvp(primals, tangents):
    (x,), (dx,) = primals, tangents
    y = safe_sqrt(x)
    return y, jnp.where(y > 0, 0.5 * dx / jnp.where(y > 0, y, 1.0), 0.0)


@functools.partial(custom_vjp, nondiff_argnums=(1,))
def clipped_log(x, low=1e-6):
    return jnp.log(jnp.maximum(x, low))


clipped_log.defvjp(lambda x, low: (clipped_log(x, low), x), lambda low, x, g: (g / jnp.maximum(x, low),))


@functools.partial(jax.tree_util.register_dataclass, data_fields=["pos", "vel", "mass"], meta_fields=["dt"])
@dataclass
class World:
    pos: jax.Array
    vel: jax.Array
    mass: jax.Array
    dt: float = 1e-2

    def speeds(self):
        return jnp.sqrt(jnp.sum(self.vel**2, axis=-1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.sum(self.vel**2, axis=-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(self.vel**2, axis=-1), 1e-10))
        # or (unsafe): jnp.sqrt(jnp.sum(self.vel**2, axis=-1) + 1e-8)

    def drag(self, c=0.1):
        s = self.speeds()
        return -c * s[:, None] * self.vel

    def heading(self, *, eps=0.0):
        return self.vel / (jnp.linalg.norm(self.vel, axis=-1, keepdims=True) + eps)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
        # fixed: self.vel / (jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(self.vel), axis=-1, keepdims=True), 1e-12)) + eps)
        # from: `jnp.linalg.norm(self.vel, axis=-1, keepdims=True)` made here, exactly 0 for a vector of zeros
        #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `self.vel` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
        # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(self.vel), axis=-1, keepdims=True), 1e-12))


def gravity(w: World, soft: float = 0.0):
    d = w.pos[:, None] - w.pos[None]
    r2 = jnp.einsum("ijk,ijk->ij", d, d)
    inv = (r2 + soft) ** -1.5
    #     ^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(r2 + soft)` can be 0, as a pairwise difference can: 0 ** -1.5 is Inf; keep it above 0
    # fixed: jnp.maximum(r2 + soft, 1e-6) ** -1.5
    # from: `w.pos[:, None] - w.pos[None]` made here, exactly 0 where an element meets itself
    # from: `r2 = jnp.einsum("ijk,ijk->ij", d, d)` goes into `r2` here
    inv = jnp.where(jnp.eye(len(w.pos), dtype=bool), 0.0, inv)
    return -G * (w.mass[None, :, None] * d * inv[..., None]).sum(1)


def gravity_masked(w: World):
    d = w.pos[:, None] - w.pos[None]
    r2 = (d**2).sum(-1) + jnp.eye(w.pos.shape[0])
    return -G * (w.mass[None, :, None] * d * lax.rsqrt(r2)[..., None] ** 3).sum(1)


def spring(a, b, rest=1.0, k=10.0):
    delta = b - a
    length = safe_sqrt((delta * delta).sum(-1))
    bare = jnp.sqrt((delta * delta).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(delta * delta).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    energy = 0.5 * k * (length - rest) ** 2
    strain = (bare - rest) / rest
    return energy, strain, jnp.log(bare / rest), clipped_log(length)
    #                      ^^^^^^^^^^^^^^^^^^^^ NAN101 information: `bare / rest` can be 0, as a norm is for a vector of zeros: log(0) is -inf; keep it above 0
    # fixed (unsafe): bare = jnp.sqrt(jnp.maximum((delta * delta).sum(-1), 1e-12))
    # adds: jnp.maximum(
    # adds: , 1e-12)
    # from: `jnp.sqrt((delta * delta).sum(-1))` made here, exactly 0 for a vector of zeros


def ray_sphere(o, d, centre, radius):
    oc = o - centre
    a, b, c = (d * d).sum(-1), (oc * d).sum(-1), (oc * oc).sum(-1) - radius**2
    disc = b * b - a * c
    t = (-b - jnp.sqrt(disc)) / a
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `a` can be 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    hit = disc > 0
    root = jnp.sqrt(jnp.where(hit, disc, 1.0))
    t_safe = jnp.where(hit, (-b - root) / jnp.maximum(a, EPS), jnp.inf)
    leaking = jnp.where(hit, jnp.sqrt(disc), 0.0)
    #                        ^^^^^^^^^^^^^^ NAN302 information: `jnp.where(…)` masks the value but leaves the gradient NaN where `disc` is 0 or less; mask it first
    return t, t_safe, leaking


def schlick(cos, ior=1.5):
    r0 = ((1 - ior) / (1 + ior)) ** 2
    fresnel = r0 + (1 - r0) * (1 - jnp.clip(cos, 0.0, 1.0)) ** 5
    reveal_range(fresnel)  # any value float32 takes 0.0399999991, 1
    return fresnel


def snell(cos, eta=0.66):
    sin2 = eta**2 * (1.0 - cos**2)
    return jnp.sqrt(1.0 - sin2), jnp.sqrt(jnp.maximum(0.0, 1.0 - sin2)), jnp.sqrt(jnp.clip(1.0 - sin2, 1e-6, None))
    #                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `jnp.maximum(0.0, 1.0 - sin2)` can be 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(1e-10, 1.0 - sin2))
    # or (unsafe): jnp.sqrt(jnp.maximum(0.0, 1.0 - sin2) + 1e-8)


def soft_rank(x, tau=0.1):
    return 0.5 + jax.nn.sigmoid((x[None, :] - x[:, None]) / tau).sum(0)


def sinkhorn(cost, eps=0.05, iters=20, stable=True):
    k = jnp.exp(-jax.nn.relu(cost) / eps)
    reveal_range(k)  # [0, inf] float32 takes 0, 1
    u = v = jnp.ones(cost.shape[0])
    f = g = jnp.zeros(cost.shape[0])
    for _ in range(iters):
        if stable:
            f = -eps * jax.nn.logsumexp((g[None, :] - cost) / eps, axis=1)
            g = -eps * jax.nn.logsumexp((f[:, None] - cost) / eps, axis=0)
        else:
            u = 1.0 / (k @ v)
            v = 1.0 / (k.T @ u)
    return jnp.exp((f[:, None] + g[None, :] - cost) / eps) if stable else u[:, None] * k * v[None, :]


def tonemap(rgb, gamma=2.2):
    lum = jax.nn.relu(rgb) @ jnp.array([0.2126, 0.7152, 0.0722])
    encoded = jnp.power(jax.nn.relu(rgb), 1 / gamma)
    tame = jnp.power(jnp.maximum(rgb, 1e-4), 1 / gamma)
    return encoded + tame, jnp.exp(jnp.mean(jnp.log(lum))), jnp.exp(jnp.mean(jnp.log(lum + 1e-4)))
    #                                       ^^^^^^^^^^^^ NAN101 warning: `lum` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.maximum(lum, 1e-10))
    # or (unsafe): jnp.log(lum + 1e-8)


@jax.grad
def objective(params, w: World):
    w = World(params, w.vel, w.mass)
    force = gravity(w) + gravity_masked(w) + gravity(w, soft=1e-3) + w.drag()
    light, key, soft_key = tonemap(params)
    return (
        force.sum()
        + w.heading().sum()
        + w.heading(eps=1e-6).sum()
        + light.sum()
        + key
        + soft_key
        + soft_rank(params[:, 0]).sum()
    )

"""A policy in Haiku with V-trace and a soft critic: ratios of probabilities, squashed Gaussians, targets under `stop_gradient`."""

import dataclasses
import functools

import chex
import haiku as hk
import jax
import jax.numpy as jnp
import optax


@dataclasses.dataclass(frozen=True)
class Config:
    actions: int = 4
    discount: float = 0.99
    rho_bar: float = 1.0
    entropy_cost: float = 0.01
    log_std_bounds: tuple = (-5.0, 2.0)
    min_std: float = 0.0


@chex.dataclass
class Transition:
    obs: chex.Array
    action: chex.Array
    reward: chex.Array
    behaviour: chex.Array
    discount: chex.Array


class Torso(hk.Module):
    def __init__(self, sizes=(64, 64), name=None):
        super().__init__(name=name)
        self.mlp = hk.nets.MLP(sizes, activation=jax.nn.elu, activate_final=True)

    def __call__(self, x):
        return self.mlp(hk.Flatten()(x))


def policy_value(obs, cfg):
    h = Torso()(obs)
    return jax.nn.softmax(hk.Linear(cfg.actions)(h), axis=-1), jnp.squeeze(hk.Linear(1)(h), -1)


def gaussian_head(obs, cfg):
    mean, raw = jnp.split(hk.Linear(2 * cfg.actions)(Torso()(obs)), 2, axis=-1)
    lo, hi = cfg.log_std_bounds
    log_std = lo + 0.5 * (hi - lo) * (jnp.tanh(raw) + 1.0)
    std = jnp.exp(log_std)
    plus = jax.nn.softplus(raw) + cfg.min_std
    reveal_range(std)  # [0.00673794514, 7.38905811] float32 takes 0.006737947, 7.38905621
    return mean, std, plus


def tanh_log_prob(pre, mean, std):
    # `jax.grad(continuous_loss)` leaves `cfg` at `Config()`, whose `min_std` of 0 adds nothing to the softplus `plus`.
    normal = -0.5 * jnp.square((pre - mean) / std) - jnp.log(std) - 0.5 * jnp.log(2 * jnp.pi)
    #                          ^^^^^^^^^^^^^^^^^^ NAN102 information: `std` can be 0, as a softplus is for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
    #                                                ^^^^^^^^^^^^ NAN101 warning: `std` can be 0, as a softplus is for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.maximum(std, 1e-7))
    squashed = jnp.tanh(pre)
    naive = jnp.log(1.0 - squashed**2)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - squashed**2` can be 0 where a tanh is exactly -1 (for inputs below -8): log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - pre - jax.nn.softplus(-2.0 * pre))
    # or: jnp.log(jnp.clip(1.0 - squashed**2, 1e-10, 1.0))
    # from: `jnp.tanh(pre)` made here, exactly -1 in float32 for inputs below -8
    eps = jnp.log(1.0 - jnp.square(squashed) + 1e-6)
    exact = 2.0 * (jnp.log(2.0) - pre - jax.nn.softplus(-2.0 * pre))
    return (normal - naive).sum(-1), (normal - eps).sum(-1), (normal - exact).sum(-1)


class Agent:
    def __init__(self, cfg: Config = Config()):
        self.cfg = cfg
        self.net = hk.without_apply_rng(hk.transform(functools.partial(policy_value, cfg=cfg)))
        self.opt = optax.rmsprop(3e-4, decay=0.99, eps=1e-3)

    def vtrace(self, probs, values, t: Transition):
        pi = jnp.take_along_axis(probs, t.action[..., None], -1).squeeze(-1)
        rho = pi / t.behaviour
        clipped = jnp.minimum(self.cfg.rho_bar, rho)
        floored = pi / jnp.clip(t.behaviour, min=1e-6)
        td = clipped * (t.reward + t.discount * values[1:] - values[:-1])

        def back(acc, xs):
            d, disc, c = xs
            acc = d + disc * c * acc
            return acc, acc

        _, vs = jax.lax.scan(back, jnp.zeros(()), (td, t.discount, clipped), reverse=True)
        return jax.lax.stop_gradient(vs + values[:-1]), floored

    def loss(self, params, t: Transition):
        probs, values = self.net.apply(params, t.obs)
        targets, ratio = self.vtrace(probs[:-1], values, t)
        log_pi = jnp.log(jnp.take_along_axis(probs[:-1], t.action[..., None], axis=-1))[..., 0]
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `jnp.take_along_axis(probs[…], t.action[…], axis=-1)` stays above 0: log(0) is -inf
        # fixed: jnp.log(jnp.maximum(jnp.take_along_axis(probs[:-1], t.action[..., None], axis=-1), 1e-10))
        adv = targets - values[:-1]
        normed = (adv - adv.mean()) / adv.std()
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `adv.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): (adv - adv.mean()) / jnp.sqrt(jnp.maximum(jnp.var(adv), 1e-12))
        # from: `adv.std()` made here, exactly 0 where all elements are equal
        safe = (adv - adv.mean()) / jnp.maximum(adv.std(), 1e-4)
        entropy = -jnp.sum(probs * jnp.log(probs + 1e-9), -1)
        return -(log_pi * jax.lax.stop_gradient(normed + safe) * ratio).mean() - self.cfg.entropy_cost * entropy.mean()

    @functools.partial(jax.jit, static_argnums=0)
    def update(self, params, opt_state, batch):
        grads = jax.grad(self.loss)(params, batch)
        updates, opt_state = self.opt.update(grads, opt_state, params)
        return optax.apply_updates(params, updates), opt_state


def continuous_loss(obs, noise, cfg=Config()):
    mean, std, plus = gaussian_head(obs, cfg)
    first = tanh_log_prob(mean + std * noise, mean, std)
    second = tanh_log_prob(mean + plus * noise, mean, plus)
    return sum(x.mean() for x in first + second)


continuous = hk.transform(lambda obs, noise: jax.grad(continuous_loss)(obs, noise))


def alpha_loss(log_alpha, log_prob, target=-4.0):
    alpha = jnp.exp(jnp.clip(log_alpha, -20.0, 5.0))
    reveal_range(alpha)  # [2.0611528e-09, 148.413223] float32 takes 2.06115369e-09, 148.413162
    return -(alpha * jax.lax.stop_gradient(log_prob + target)).mean() + 0.0 / alpha

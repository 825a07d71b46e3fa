# Losses as people write them for JAX: SAC, energies of particles, token losses, mixtures of densities, rotations.

import jax
import jax.numpy as jnp
import flax.linen as nn
import optax


class Actor(nn.Module):
    @nn.compact
    def __call__(self, x):
        h = nn.relu(nn.Dense(64)(x))
        mu = nn.tanh(nn.Dense(2)(h))
        std = nn.softplus(nn.Dense(2)(h))
        return mu, std


def sac_loss(params, actor, obs, key):
    mu, std = actor.apply(params, obs)
    z = mu + std * jax.random.normal(key, mu.shape)
    a = jnp.tanh(z)
    logp = -0.5 * ((z - mu) / std) ** 2 - jnp.log(std)
    #                                     ^^^^^^^^^^^^ NAN101 information: nothing here shows that `std` stays above 0: log(0) is -inf
    # fixed: jnp.log(jnp.maximum(std, 1e-10))
    logp -= jnp.log(1 - a ** 2)
    #       ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - a ** 2` can be 0 where a tanh is exactly -1 (for inputs below -8): log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - z - nn.softplus(-2.0 * z))
    # removes: a = jnp.tanh(z)
    # or: jnp.log(jnp.clip(1 - a ** 2, 1e-10, 1.0))
    # from: `jnp.tanh(z)` made here, exactly -1 in float32 for inputs below -8
    return logp.sum(-1).mean()


grad_fn = jax.grad(sac_loss)


def energy(params, pos):
    r = pos[:, None, :] - pos[None, :, :]
    d = jnp.sqrt(jnp.sum(r ** 2, axis=-1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.sum(r ** 2, axis=-1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(r ** 2, axis=-1), 1e-10))
    # or (unsafe): jnp.sqrt(jnp.sum(r ** 2, axis=-1) + 1e-8)
    # from: `pos[:, None, :] - pos[None, :, :]` made here, exactly 0 where an element meets itself
    return jnp.sum(params * jnp.exp(-d))


force = jax.grad(energy, argnums=1)


def token_loss(params, apply, batch):
    logits = apply(params, batch["x"])
    logp = jax.nn.log_softmax(logits)
    mask = batch["y"] > 0
    nll = -jnp.take_along_axis(logp, batch["y"][..., None], -1)[..., 0]
    return jnp.sum(jnp.where(mask, nll, 0)) / mask.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `mask.sum()` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
    # fixed: jnp.sum(jnp.where(mask, nll, 0)) / jnp.maximum(mask.sum(), 1.0)
    # or (unsafe): jnp.sum(jnp.where(mask, nll, 0)) / (mask.sum() + 1e-8)
    # from: `mask.sum()` made here, exactly 0 where nothing matches


def train_step(state, batch):
    def loss_fn(params):
        return token_loss(params, state.apply_fn, batch)
    grads = jax.grad(loss_fn)(state.params)
    return state.apply_gradients(grads=grads)


def mixture(params, apply, x, y):
    out = apply(params, x)
    pi, mu, s = jnp.split(out, 3, axis=-1)
    pi = nn.softmax(pi)
    s = jnp.exp(s)
    dens = jnp.exp(-0.5 * ((y - mu) / s) ** 2) / s
    return -jnp.log((pi * dens).sum(-1)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(pi * dens).sum(-1)` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp
    # fixed: jnp.log(jnp.maximum((pi * dens).sum(-1), 1e-10))
    # or (unsafe): jnp.log((pi * dens).sum(-1) + 1e-8)


mix_grad = jax.value_and_grad(mixture)


def unit(params, x):
    h = nn.relu(x @ params)
    return h / jnp.linalg.norm(h, axis=-1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.linalg.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(h), axis=-1, keepdims=True), 1e-12))
    # from: `nn.relu(x @ params)` made here, values in [0, inf]
    # from: `jnp.linalg.norm(h, axis=-1, keepdims=True)` made here, exactly 0 for a vector of zeros


def loss_unit(params, x):
    return unit(params, x).sum()


g = jax.grad(loss_unit)


def geo(R, S):
    t = jnp.trace(R.T @ S)
    return jnp.arccos((t - 1) / 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `(…)…2` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
    # fixed: jnp.arccos(jnp.clip((t - 1) / 2, -0.9999999, 0.9999999))


def binary(params, x, y):
    p = jax.nn.sigmoid(x @ params)
    return -jnp.mean(y * jnp.log(p) + (1 - y) * jnp.log1p(-p))
    #                    ^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: nn.log_sigmoid(x @ params)
    # or: jnp.log(jnp.clip(p, 1e-10, 1.0))
    # from: `jax.nn.sigmoid(x @ params)` made here, exactly 0 in float32 for inputs below -87
    #                                           ^^^^^^^^^^^^^ NAN101 warning: `-p` can be -1 where a sigmoid is exactly 1 (for inputs above 17): log1p(-1) is -inf; keep it above -1
    # fixed: nn.log_sigmoid(-(x @ params))
    # or: jnp.log1p(jnp.clip(-p, -0.9999999, 1.0))
    # from: `jax.nn.sigmoid(x @ params)` made here, exactly 1 in float32 for inputs above 17


bg = jax.grad(binary)

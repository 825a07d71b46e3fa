# In a periodic box the shortest way between two particles is taken, whatever the box is: `d - box * round(d / box)`, or
# `mod(d + box / 2, box) - box / 2`. From each to itself it is 0 still, and the derivative of its length is NaN there.

import jax
import jax.numpy as jnp


def by_round(R, box):
    d = R[:, None] - R[None]
    d = d - box * jnp.round(d / box)
    return jnp.sum(jnp.linalg.norm(d, axis=-1))
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `d` can be 0, as a pairwise difference can: the gradient of a norm is NaN at 0; keep its root above 0


def by_mod(R, L):
    h = L / 2
    d = R[:, None, :] - R[None, :, :]
    d = jnp.subtract(jnp.mod(jnp.add(d, h), L), h)
    return jnp.sum(jnp.sqrt(jnp.sum(d**2, -1)))
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.sum(d**2, -1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0


def by_operator(R, box):
    dr = R[:, None] - R[None]
    disp = (dr + 0.5 * box) % box - 0.5 * box
    return jnp.sum(jnp.linalg.norm(disp, axis=-1))
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `disp` can be 0, as a pairwise difference can: the gradient of a norm is NaN at 0; keep its root above 0


def by_floor(R, box):
    dr = R[:, None] - R[None]
    disp = dr - jnp.floor(dr / box + 0.5) * box
    return jnp.sum(jnp.linalg.norm(disp, axis=-1))
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `disp` can be 0, as a pairwise difference can: the gradient of a norm is NaN at 0; keep its root above 0


def displacement(ra, rb, box):
    dr = ra - rb
    return jnp.mod(dr + box * 0.5, box) - 0.5 * box


def pair_distances(R, box):
    disp = jax.vmap(jax.vmap(displacement, (None, 0, None)), (0, None, None))(R, R, box)
    return jnp.linalg.norm(disp, axis=-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `disp` can be 0, as a difference of each with each can: the gradient of a norm is NaN at 0


def masked(R, box):
    d = R[:, None] - R[None]
    d = d - box * jnp.round(d / box)
    sq = jnp.sum(d**2, -1)
    safe = jnp.where(sq > 0, sq, 1.0)
    return jnp.sum(jnp.where(sq > 0, jnp.sqrt(safe), 0.0))


def energies(R, box):
    d = R[:, None] - R[None]
    d = (d + 0.5 * box) % box - 0.5 * box
    return jnp.sum(jnp.sum(d**2, -1))


def shifted(R, box, a):
    d = R[:, None] - R[None]
    d = jnp.mod(d + a, box)
    return jnp.sum(jnp.linalg.norm(d, axis=-1))


def edges(R, src, dst, box):
    d = R[src] - R[dst]
    d = d - box * jnp.round(d / box)
    return jnp.sum(jnp.sqrt(jnp.sum(d**2, -1) + 1e-12))


def energy_of_pairs(R, box):
    return jnp.sum(pair_distances(R, box) ** 2)


forces = [jax.grad(f) for f in (by_round, by_mod, by_operator, by_floor, energy_of_pairs, masked, energies, shifted, edges)]

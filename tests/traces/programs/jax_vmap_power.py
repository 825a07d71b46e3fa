import jax
import jax.numpy as jnp
from jax import grad, vmap


def potential(r, charges):
    delta = r[:, None, :] - r[None, :, :]
    distance = jnp.sum(delta ** 2, axis=-1) ** 0.5  # NAN
    energy = charges[:, None] * charges[None, :] / (distance + 0.1)
    return 0.5 * jnp.sum(energy)


forces = vmap(grad(potential), in_axes=(0, None))
r = jax.random.normal(jax.random.PRNGKey(2), (3, 4, 3))
f = forces(r, jnp.array([1.0, -1.0, 0.5, 0.5]))
assert jnp.isfinite(f).all(), "forces are nan"

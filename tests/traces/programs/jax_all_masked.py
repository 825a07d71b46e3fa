import jax
import jax.numpy as jnp

jax.config.update("jax_debug_nans", True)


def attend(q, k, v, mask):
    scores = jnp.einsum("bqd,bkd->bqk", q, k) / jnp.sqrt(q.shape[-1])
    scores = jnp.where(mask[:, None, :], scores, -jnp.inf)
    weights = jax.nn.softmax(scores, axis=-1)  # NAN
    return jnp.einsum("bqk,bkd->bqd", weights, v)


@jax.jit
def loss(q, lengths):
    mask = jnp.arange(q.shape[1])[None, :] < lengths[:, None]
    return jnp.mean(attend(q, q, q, mask) ** 2)


print(loss(jnp.ones((3, 5, 4)), jnp.array([5, 2, 0])))

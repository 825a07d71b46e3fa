import jax
import jax.numpy as jnp

jax.config.update("jax_debug_nans", True)


@jax.jit
def entropy(logits):
    p = jax.nn.softmax(logits)
    surprise = jnp.log(p)  # NAN
    return -jnp.sum(p * surprise)


print(entropy(jnp.array([300.0, 0.0])))

# The deviation of what was seen so far is no part of what is trained, though its root stands in a file of JAX, where anybody may
# ask for a derivative: an evolution strategy asks for none.

import jax.numpy as jnp


def updated(observed, state):
    difference = observed - state.mean
    mean = state.mean + jnp.sum(difference, 0) / state.count
    spread = jnp.maximum(state.spread + jnp.sum(difference * (observed - mean), 0), 0)
    # FIXME: information at most: nobody differentiates it
    deviation = jnp.clip(jnp.sqrt(spread / state.count), state.least, state.most)
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `spread / state.count` can be 0: sqrt has an infinite gradient at 0; keep it above 0
    return state.replace(mean=mean, spread=spread, deviation=deviation)

import jax
import jax.numpy as jnp


@jax.jit
def update(w, x):
    def loss_of(w):
        z = x * w
        return jnp.mean(jnp.log(jnp.maximum(z, 0.0)) * z)  # NAN

    loss, gradient = jax.value_and_grad(loss_of)(w)
    jax.debug.print("loss: {loss}", loss=loss)
    return w - 0.1 * gradient


update(jnp.float32(1.0), jnp.array([-1.0, 2.0]))

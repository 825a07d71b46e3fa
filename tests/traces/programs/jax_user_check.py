import jax
import jax.numpy as jnp
from jax.experimental import checkify


def rate_of(params, x):
    hidden = jnp.tanh(x @ params["w1"])
    return jax.nn.relu(hidden @ params["w2"])


def poisson_nll(rate, counts):
    return jnp.mean(rate - counts * jnp.log(rate))  # NAN


def loss_fn(params, x, counts):
    return poisson_nll(rate_of(params, x), counts)


def update(params, x, counts):
    loss, grads = jax.value_and_grad(loss_fn)(params, x, counts)
    checkify.check(jnp.isfinite(loss), "the loss is not finite: {loss}", loss=loss)
    return jax.tree.map(lambda p, g: p - 0.1 * g, params, grads), loss


first, second = jax.random.split(jax.random.key(0))
params = {"w1": jax.random.normal(first, (3, 8)), "w2": jax.random.normal(second, (8,))}
checked = checkify.checkify(jax.jit(update))
error, (params, loss) = checked(params, jnp.ones((4, 3)) * jnp.arange(-2.0, 2.0)[:, None], jnp.arange(4.0))
checkify.check_error(error)

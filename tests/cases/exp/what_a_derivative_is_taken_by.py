# Training moves what a derivative is taken by as it moves the weights of a layer, also an item of it, under another name
# in a helper, and in a method: a product with it is as large as you like. By anything else it is not known. A bias is 0
# at first, and how a scale starts is not shown: of that alone nothing is told.

import jax
import jax.numpy as jnp
from functools import partial


def loss(params, x, y):
    rate = jnp.exp(x @ params["w"] + params["b"])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `x @ params[…] + params[…]` comes from a matrix product, which nothing bounds: exp overflows to Inf in float32
    return jnp.mean(rate - y * jnp.log(rate))
    #                          ^^^^^^^^^^^^^ NAN101 warning: `rate` is an exponential, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0


def step(params, x, y):
    grads = jax.grad(loss)(params, x, y)
    return jax.tree_util.tree_map(lambda p, g: p - 0.1 * g, params, grads)


def network(layers, x):
    for w, b in layers[:-1]:
        x = jnp.tanh(jnp.dot(x, w) + b)
    w, b = layers[-1]
    return jnp.dot(x, w) + b


def likelihood(data, layers):
    x, y = data
    p = jax.nn.sigmoid(network(layers, x))
    return -jnp.sum(y * jnp.log(p))
    #                   ^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0


@partial(jax.jit, static_argnums=0)
def update(opt, layers, data):
    value, grads = jax.value_and_grad(likelihood, argnums=1)(data, layers)
    return opt(layers, grads), value


class Counts:
    def __init__(self):
        self.step = jax.jit(jax.value_and_grad(self.objective, has_aux=True))

    def objective(self, theta, batch):
        rate = jnp.exp(jnp.einsum("bi,i->b", batch["x"], theta))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `jnp.einsum(…)` is a matrix product, which nothing bounds: exp overflows to Inf in float32
        scale = jnp.exp(theta[0]) / theta[1]
        return jnp.mean(rate) + scale, rate


def fixed(params, x):
    return jnp.sum(jnp.exp(x @ jnp.sin(params)))


def of_another(params, x, mixing):
    return jnp.sum(params * jnp.exp(x @ mixing))


slopes = jax.grad(fixed), jax.grad(of_another)

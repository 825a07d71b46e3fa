# What a derivative is asked at is what the function is called with: by name, by a lambda, by an attribute, or compiled.

import jax
import jax.numpy as jnp


def scaled(w, x):
    return jnp.sum(x / w)
    #              ^^^^^ NAN102 warning: `w` holds 0: x / 0 is Inf or NaN; keep it away from 0


def at_zeros(x):
    w = jnp.zeros(3)
    return jax.grad(scaled)(w, x)


def with_its_value(w, x):
    return jnp.sum(x / w)
    #              ^^^^^ NAN102 warning: `w` holds 0: x / 0 is Inf or NaN; keep it away from 0


def step(x):
    w = jnp.zeros(3)
    loss, gradients = jax.jit(jax.value_and_grad(with_its_value))(w, x)
    return loss, gradients


def curved(w, x):
    return jnp.sum(jnp.log(w) * x)
    #              ^^^^^^^^^^ NAN101 warning: `w` holds 0: log(0) is -inf; keep it above 0


def curvature(x):
    w = jnp.zeros(3)
    return jax.hessian(curved)(w, x)


def each_alone(w, x):
    return jnp.sum(jnp.log(w) * x)
    #              ^^^^^^^^^^ NAN101 warning: `w` holds 0: log(0) is -inf; keep it above 0


slopes = jax.vmap(jax.jacrev(each_alone), in_axes=(None, 0))


def of_all(xs):
    return slopes(jnp.zeros(3), xs)


def through_a_lambda(w, x):
    return jnp.sum(x / w)
    #              ^^^^^ NAN102 warning: `w` holds 0: x / 0 is Inf or NaN; keep it away from 0


def with_one_argument(x):
    w = jnp.zeros(3)
    return jax.grad(lambda q: through_a_lambda(q, x))(w)


class Trainer:
    def __init__(self):
        self.gradients = jax.value_and_grad(self.loss)

    def loss(self, params, x):
        return jnp.sum(x / params)
        #              ^^^^^^^^^^ NAN102 warning: `params` holds 0: x / 0 is Inf or NaN; keep it away from 0

    def step(self, x):
        return self.gradients(jnp.zeros(3), x)


def at_ones(w, x):
    return jnp.sum(x / w)


def from_ones(x):
    return jax.grad(at_ones)(jnp.ones(3), x)


def by_the_other(w, x):
    return jnp.sum(w / x)


def only_the_first_is_0(x):
    return jax.grad(by_the_other, argnums=1)(jnp.zeros(3), jnp.exp(x) + 1)

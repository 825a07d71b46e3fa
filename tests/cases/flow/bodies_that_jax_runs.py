# What runs a function is a call of it: a loop's body is given what is carried first, a mapped one an element.

import functools

import jax
import jax.numpy as jnp
from jax import lax


def of_each(w, x):
    p = jax.nn.relu(x @ w)
    return lax.map(lambda row: row / row.sum(), p)
    #                          ^^^^^^^^^^^^^^^ NAN102 warning: `row.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def scanned(w, x):
    p = jax.nn.relu(x @ w)

    def body(carry, row):
        return carry, row / row.sum()
        #             ^^^^^^^^^^^^^^^ NAN102 warning: `row.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0

    return lax.scan(body, 0, p)[1]


def carried(w, x):
    p = jax.nn.relu(x @ w)
    return lax.fori_loop(0, 3, lambda i, c: c / c.sum(), p)
    #                                       ^^^^^^^^^^^ NAN102 warning: `c.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def carried_in_a_tuple(w, x):
    p = jax.nn.relu(x @ w)

    @jax.checkpoint
    def body(state):
        count, c = state
        return count + 1, c / c.sum()
        #                 ^^^^^^^^^^^ NAN102 warning: `c.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0

    return lax.while_loop(lambda state: state[0] < 3, body, (0, p))


def of_a_tree(w, x):
    tree = {"hidden": jax.nn.relu(x @ w)}
    return jax.tree.map(lambda leaf: leaf / leaf.sum(), tree)
    #                                ^^^^^^^^^^^^^^^^^ NAN102 warning: `leaf.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def of_a_list(w, x):
    p = jax.nn.relu(x @ w)
    return list(map(lambda row: row / row.sum(), [p, p]))
    #                           ^^^^^^^^^^^^^^^ NAN102 warning: `row.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def chosen(w, x):
    p = jax.nn.relu(x @ w)
    return lax.cond(x.sum() > 0, lambda a: a / a.sum(), lambda a: a, p)
    #                                      ^^^^^^^^^^^ NAN102 warning: `a.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def with_its_derivative(w, x):
    return jnp.sum(x / w)
    #              ^^^^^ NAN102 warning: `w` is 0: x / 0 is Inf or NaN; keep it away from 0


def pulled_back(x):
    return jax.vjp(with_its_derivative, jnp.zeros(3), x)


def pushed_forward(w, x):
    return jnp.sum(x * jnp.log(w))
    #                  ^^^^^^^^^^ NAN101 warning: `w` is 0: log(0) is -inf; keep it above 0


def along(x):
    w = jnp.zeros(3)
    return jax.jvp(pushed_forward, (w, x), (w, x))


def counted(x):
    return lax.fori_loop(0, 3, lambda i, c: c / (i + 1), x)


def from_zero(x):
    return lax.scan(lambda total, row: (total + row, row / (total + 1)), 0.0, jnp.exp(x))


def of_what_is_kept_away(w, x):
    p = jax.nn.softmax(x @ w)
    return lax.map(lambda row: row / row.sum(), p)


def with_its_first_argument(w, x):
    p = jax.nn.relu(x @ w)

    def body(k, carry, row):
        return carry, k * row / row.sum()
        #             ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `row.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0

    return lax.scan(functools.partial(body, 2), 0, p)[1]

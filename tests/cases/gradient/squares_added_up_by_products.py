# Squares may be added up by a product with ones: of pairs it is 0 where each meets itself. A vector times itself is 0 where
# all of it is, and with weights of which nothing is known a sum of such squares is 0 on the diagonal too.

import jax
import jax.numpy as jnp


def kernel(params, x1, x2):
    diff = (x1[:, None, :] - x2[None, :, :]) / jnp.exp(params["ls"])
    r = jnp.sqrt(diff ** 2 @ jnp.ones(x1.shape[-1]))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `diff ** 2 @ jnp.ones(x1.shape[…])` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
    return jnp.exp(-r)


def gram(params, x):
    diff = (x[:, None, :] - x[None, :, :]) / jnp.exp(params["ls"])
    r = jnp.sqrt(diff ** 2 @ jnp.ones(x.shape[-1]))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `diff ** 2 @ jnp.ones(x.shape[-1])` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
    return jnp.exp(-r)


def own(params, x):
    k = kernel(params, x, x)
    return jnp.sum(k) + jnp.sum(gram(params, x))


def weighted(p, x):
    d = p[:, None] - p[None]
    w = jnp.ones((3,))
    r = jnp.sqrt(jnp.matmul(d * d, w))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.matmul(d * d, w)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
    return jnp.sum(r)


def dotted(p, x):
    d = p[:, None] - p[None]
    r = jnp.sqrt(jnp.dot(jnp.square(d), jnp.ones(3)))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.dot(…)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0; keep it above 0
    return jnp.sum(r)


def by_einsum(p, x):
    d = p[:, None] - p[None]
    r = jnp.sqrt(jnp.einsum("ijk,ijk->ij", d, d))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.einsum(…)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0; keep it above 0
    return jnp.sum(r)


def by_vdot(p, x):
    d = p[:, None] - p[None]
    r = jax.vmap(jax.vmap(lambda a: jnp.sqrt(a @ a)))(d)
    #                               ^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `a @ a` stays above 0: sqrt has an infinite gradient at 0
    return jnp.sum(r)


def vector(p, x):
    e = x @ p
    return jnp.sqrt(e @ e)
    #      ^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `e @ e` stays above 0: sqrt has an infinite gradient at 0


def product(p, x):
    d = p[:, None] - p[None]
    r = jnp.sqrt(d ** 2 @ jnp.ones(3) + 1e-12)
    return jnp.sum(r)


def mixed(p, x):
    d = p[:, None] - p[None]
    r = jnp.sqrt(jnp.ones((1, 5)) @ jnp.sum(d ** 2, -1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.ones(…) @ jnp.sum(…)` stays above 0: sqrt has an infinite gradient at 0
    return jnp.sum(r)


def upper(p, x, i, j):
    d = p[i] - p[j]
    return jnp.sum(jnp.sqrt(d ** 2 @ jnp.ones(3) + 1e-9))


g = [jax.grad(f) for f in (own, weighted, dotted, by_einsum, by_vdot, vector, product, mixed, upper)]

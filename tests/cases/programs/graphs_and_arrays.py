# A graph of TensorFlow 1 at the level of the module, JAX functions, and a regression in NumPy, in one file.

import numpy as np
import jax
import jax.numpy as jnp
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 10])
y = tf.placeholder(tf.float32, [None, 3])
h = tf.layers.dense(x, 16, tf.nn.relu)
out = tf.layers.dense(h, 3, activation=tf.nn.softmax)
loss = -tf.reduce_mean(tf.reduce_sum(y * tf.log(out), 1))
#                                        ^^^^^^^^^^^ NAN101 warning: `out` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
# fixed: tf.log(tf.clip_by_value(out, 1e-10, 1.0))
# or (unsafe): tf.log(out + 1e-8)
# from: `tf.layers.dense(h, 3, activation=tf.nn.softmax)` made here, exactly 0 in float32 once a logit trails the largest by 87
mu, sigma = tf.split(tf.layers.dense(h, 2), 2, 1)
sigma = tf.nn.relu(sigma)
nll = tf.reduce_mean(tf.log(sigma) + (x[:, :1] - mu) ** 2 / sigma ** 2)
#                    ^^^^^^^^^^^^^ NAN101 warning: `sigma` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
# fixed: tf.log(tf.maximum(sigma, 1e-7))
# or (unsafe): tf.log(sigma + 1e-8)
# from: `tf.nn.relu(sigma)` made here, exactly 0 for inputs of 0 or less
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `sigma ** 2` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
# fixed (unsafe): (x[:, :1] - mu) ** 2 / tf.maximum(sigma ** 2, 1e-7)
# or (unsafe): (x[:, :1] - mu) ** 2 / (sigma ** 2 + 1e-8)
# or (unsafe): tf.math.divide_no_nan((x[:, :1] - mu) ** 2, sigma ** 2)
# from: `tf.nn.relu(sigma)` made here, exactly 0 for inputs of 0 or less
w = tf.get_variable("w", [16, 3], initializer=tf.zeros_initializer())
nrm = tf.sqrt(tf.reduce_sum(tf.square(w)))
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(tf.square(w))` can be 0, as a variable that starts at 0 can: sqrt has an infinite gradient at 0
# fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(w)), 1e-10))
# or (unsafe): tf.sqrt(tf.reduce_sum(tf.square(w)) + 1e-8)
# from: `tf.get_variable("w", [16, 3], initializer=tf.zeros_initializer())` made here, exactly 0 before the first step
# from: `tf.square(w)` made here, values in [0, inf]
emb = h / tf.sqrt(tf.reduce_sum(tf.square(h), 1, keep_dims=True))
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.sqrt(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
# fixed (unsafe): h / tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(h), 1, keep_dims=True), 1e-12))
# or: tf.math.l2_normalize(h, axis=1)
# from: `tf.layers.dense(x, 16, tf.nn.relu)` made here, exactly 0 for inputs of 0 or less
# from: `tf.square(h)` made here, values in [0, inf]
# from: `tf.sqrt(tf.reduce_sum(tf.square(h), 1, keep_dims=True))` made here, values in [0, inf]
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(…)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0
# fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(h), 1, keep_dims=True), 1e-10))
# or (unsafe): tf.sqrt(tf.reduce_sum(tf.square(h), 1, keep_dims=True) + 1e-8)
# from: `tf.layers.dense(x, 16, tf.nn.relu)` made here, exactly 0 for inputs of 0 or less
# from: `tf.square(h)` made here, values in [0, inf]
train = tf.train.AdamOptimizer().minimize(loss + nll + nrm + tf.reduce_sum(emb))


def own_softmax(z):
    e = tf.exp(z)
    #   ^^^^^^^^^ NAN104 warning: `z` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: tf.exp(z - tf.reduce_max(z, axis=1, keepdims=True))
    # from: `tf.layers.dense(h, 3)` made here, unbounded
    return e / tf.reduce_sum(e, axis=1, keep_dims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_sum(…)` can be 0, as an exponential can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.nn.softmax(z, axis=1)
    # removes: e = tf.exp(z)
    # from: `tf.exp(z)` made here, exactly 0 in float32 for inputs below -87


p2 = own_softmax(tf.layers.dense(h, 3))
ent = -tf.reduce_sum(p2 * tf.log(p2))
#                         ^^^^^^^^^^ NAN101 warning: `p2` can be 0, as an exponential is for inputs below -87: log(0) is -inf; keep it above 0
# fixed: tf.log(tf.clip_by_value(p2, 1e-10, 1.0))
# or (unsafe): tf.log(p2 + 1e-8)
# from: `tf.exp(z)` made here, exactly 0 in float32 for inputs below -87
# from: `own_softmax(tf.layers.dense(h, 3))` returned by this call


def jax_kl(params, f, x, t):
    p = jax.nn.softmax(f(params, x))
    q = jax.nn.softmax(f(params, t))
    return jnp.sum(p * (jnp.log(p) - jnp.log(q)))
    #                   ^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: jax.nn.log_softmax(logits)
    # adds: logits = f(params, x)
    # adds: logits
    # or: jnp.log(jnp.clip(p, 1e-10, 1.0))
    # from: `jax.nn.softmax(f(params, x))` made here, exactly 0 in float32 once a logit trails the largest by 87
    #                                ^^^^^^^^^^ NAN101 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: jax.nn.log_softmax(logits)
    # adds: logits = f(params, t)
    # or: jnp.log(jnp.clip(q, 1e-10, 1.0))
    # from: `jax.nn.softmax(f(params, t))` made here, exactly 0 in float32 once a logit trails the largest by 87


jk = jax.grad(jax_kl)


def jax_where(params, x):
    z = x @ params
    return jnp.where(z > 0, jnp.sqrt(z), 0.0).sum()
    #                       ^^^^^^^^^^^ NAN302 warning: `jnp.where(…)` masks the value but leaves the gradient NaN where `z` is below 0; mask it first
    # fixed: jnp.sqrt(jnp.where(z > 0, z, 1.0))
    # or (unsafe): jnp.sqrt(jnp.maximum(z, 1e-10))


jw = jax.jit(jax.grad(jax_where))


def jax_vmap_pairs(pos):
    f = lambda a, b: jnp.linalg.norm(a - b)
    #                ^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `a - b` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(a - b)), 1e-12))
    d = jax.vmap(lambda a: jax.vmap(lambda b: f(a, b))(pos))(pos)
    return jnp.exp(-d).sum()


jp = jax.grad(jax_vmap_pairs)


class LogReg:
    def fit(self, X, y, lr=0.1):
        w = np.zeros(X.shape[1])
        for _ in range(100):
            p = 1 / (1 + np.exp(-X @ w))
            cost = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
            #                   ^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -710: log(0) is -inf; keep it above 0
            # fixed: np.log(np.clip(p, 1e-10, 1.0))
            # or (unsafe): np.log(p + 1e-8)
            # from: `1 / (1 + np.exp(-X @ w))` made here, exactly 0 in float64 for inputs below -710
            #                                         ^^^^^^^^^^^^^ NAN101 warning: `1 - p` can be 0 where a sigmoid is exactly 1 (for inputs above 37): log(0) is -inf; keep it above 0
            # fixed: np.log(np.clip(1 - p, 1e-10, 1.0))
            # from: `1 / (1 + np.exp(-X @ w))` made here, exactly 1 in float64 for inputs above 37
            w -= lr * X.T @ (p - y) / len(y)
        return w, cost

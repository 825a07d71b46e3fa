"""The places at which a condition holds pick what the condition itself picks, of what it was asked of."""

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def by_where(x):
    p = np.maximum(x, 0)
    return np.log(p[np.where(p > 0)])


def by_the_nonzero(x):
    p = np.maximum(x, 0)
    places = np.nonzero(p)
    return np.log(p[places])


def made_flat(x):
    p = np.maximum(x, 0)
    return np.log(p[np.flatnonzero(p)])


def in_torch(x):
    p = torch.relu(x)
    places = (p > 0).nonzero(as_tuple=True)
    return torch.log(p[places])


def gathered(x):
    p = tf.nn.relu(x)
    places = tf.where(p > 0)
    return tf.math.log(tf.gather_nd(p, places))


def extracted(x):
    p = np.maximum(x, 0)
    return np.log(np.extract(p > 0, p)), np.log(np.compress(p > 0, p))


def first_of_the_tuple(x):
    p = np.maximum(x, 0)
    places = np.where(p > 0)[0]
    return np.log(p[places])


def without_a_tuple(x):
    p = torch.relu(x)
    keep = torch.nonzero(p > 0).squeeze()
    return torch.log(p[keep])


def a_method(x):
    p = np.maximum(x, 0)
    return np.log(p[p.nonzero()])


def in_jax(x):
    p = jnp.maximum(x, 0)
    return jnp.log(p[jnp.nonzero(p > 0)])


def gathered_at_once(x):
    p = tf.nn.relu(x)
    return tf.math.log(tf.gather_nd(p, tf.where(tf.greater(p, 0))))


def gathered_along(x):
    p = tf.nn.relu(x)
    keep = tf.where(p > 0)[:, 0]
    return tf.math.log(tf.gather(p, keep))


def of_another(x, y):
    p, q = torch.relu(x), torch.relu(y)
    places = torch.where(q > 0)
    return torch.log(p[places])
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p[places]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def the_zeros(x):
    p = torch.relu(x)
    return torch.log(p[torch.where(p == 0)])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 error: `p[torch.where(p == 0)]` is 0: log(0) is -inf; keep it above 0


def with_a_filling(x):
    p = jnp.maximum(x, 0)
    return jnp.log(p[jnp.where(p > 0, size=3, fill_value=0)])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p[jnp.where(p > 0, size=3, fill_value=0)]` can be 0: log(0) is -inf; keep it above 0


def made_anew(x, y):
    p = torch.relu(x)
    places = torch.where(p > 0)
    p = torch.relu(y)
    return torch.log(p[places])
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p[places]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def made_anew_mask(x, y):
    p = torch.relu(x)
    keep = p > 0
    p = torch.relu(y)
    return torch.log(p[keep])
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `p[keep]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def extracted_of_another(x, y):
    p, q = np.maximum(x, 0), np.maximum(y, 0)
    return np.log(np.extract(q > 0, p))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.extract(q > 0, p)` can be 0: log(0) is -inf; keep it above 0


def overwritten_at_places(x):
    s = np.maximum(x, 0)
    s[np.nonzero(s == 0)] = 1
    return 1 / s


def chosen_with_where(x, y):
    p = torch.relu(x)
    return torch.log(torch.where(y > 0, p, 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.where(y > 0, p, 1.0)` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0

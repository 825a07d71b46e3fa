# A value that is written out is followed through names and to the helper that all its callers are seen of.
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def in_a_name():
    p = torch.tensor([0.0, 1.0])
    print(p)
    entropy = -(p * torch.log(p)).sum()
    #               ^^^^^^^^^^^^ NAN101 warning: `p` holds 0: log(0) is -inf; keep it above 0
    return entropy


def computed():
    x = np.ones(3) - 1
    y = x * 2
    return 1 / y
    #      ^^^^^ NAN102 warning: `y` is 0: x / 0 is Inf or NaN; keep it away from 0


def entropy(p):
    return -(p * jnp.log(p)).sum()
    #            ^^^^^^^^^^ NAN101 warning: `p` holds 0: log(0) is -inf; keep it above 0


def ratio(a, b):
    return a / b
    #      ^^^^^ NAN102 warning: `b` is 0: x / 0 is Inf or NaN; keep it away from 0


def difference(a, b):
    return 1 / (a - b)


print(entropy(jnp.array([0.0, 1.0])))
print(ratio(torch.ones(3), torch.zeros(3)))
print(difference(torch.tensor([1.0, 2.0]), torch.tensor([2.0, 1.0])))


def under_a_tape():
    x = tf.constant([0.0, 1.0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.sqrt(x)
        #   ^^^^^^^^^^ NAN301 warning: `x` holds 0: sqrt has an infinite gradient at 0; keep it above 0
    return tape.gradient(y, x)


def not_differentiated():
    return tf.sqrt(tf.constant([0.0, 1.0]))


def trained(x):
    w = torch.zeros(3, requires_grad=True)
    return torch.log(torch.sigmoid(x @ w))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(x @ w)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0


def through_many_names():
    a = torch.tensor([0.0, 1.0])
    b = a * 1
    c = b * 1
    d = c * 1
    e = d * 1
    log_e = torch.log(e)
    #       ^^^^^^^^^^^^ NAN101 warning: `e` holds 0: log(0) is -inf; keep it above 0
    f = e * 1
    g = f * 1
    # FIXME: a dozen steps are followed, and this is -inf as well
    return log_e, torch.log(g)

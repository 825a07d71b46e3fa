# A function is a loss where a derivative is asked of what it gives, whatever it is called: `backward` on a sum that it
# is a term of, the tape's `gradient`. What is handed to a loss is no loss, and may be anything.

import tensorflow as tf
import torch
import torch.nn.functional as F


def averaged(x, m):
    return (x * m).sum() / m.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing


def pooled(x, m):
    return (x * m).sum(1) / m.sum(1)


def shared(x, m):
    return tf.reduce_sum(x * m) / tf.reduce_sum(m)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_sum(m)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): tf.math.divide_no_nan(tf.reduce_sum(x * m), tf.reduce_sum(m))


def reported(x, m):
    return (x * m).sum() / m.sum()


def step(model, x, y, m, scaler, optimizer):
    out = pooled(model(x), m)
    fit = F.mse_loss(out, y)
    terms = fit + 0.1 * averaged(y, m)
    loss = terms.mean() / 4
    here = (x * y).sum() / y.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    loss += here
    scaler.scale(loss).backward()
    optimizer.step()
    print(reported(out, m))


def step_of_tensorflow(model, x, m, optimizer):
    with tf.GradientTape() as tape:
        value = shared(model(x), m)
    gradients = tape.gradient(value, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))

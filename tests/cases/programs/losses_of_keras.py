# Losses as people write them for TensorFlow 2: compiled, in a train_step, in layers, under tapes.

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


def weighted_ce(y_true, y_pred):
    w = tf.reduce_sum(y_true, axis=0) / tf.cast(tf.shape(y_true)[0], tf.float32)
    return -tf.reduce_mean(y_true * tf.math.log(y_pred) / w)
    #                               ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(y_pred, 1e-10, 1.0))
    # or (unsafe): tf.math.log(y_pred + 1e-8)
    # from: `layers.Dense(5, activation="softmax")(h)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `m.compile(optimizer="adam", loss=weighted_ce)` returned by this call
    # from: `weighted_ce` given to this loss


def build():
    i = keras.Input((10,))
    h = layers.Dense(32, activation="relu")(i)
    o = layers.Dense(5, activation="softmax")(h)
    m = keras.Model(i, o)
    m.compile(optimizer="adam", loss=weighted_ce)
    return m


class Gen(keras.Model):
    def __init__(self):
        super().__init__()
        self.d = keras.Sequential([layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")])
        self.g = keras.Sequential([layers.Dense(16, activation="relu"), layers.Dense(10)])

    def train_step(self, data):
        z = tf.random.normal((8, 4))
        with tf.GradientTape() as tape:
            fake = self.d(self.g(z))
            loss = -tf.reduce_mean(tf.math.log(fake))
            #                      ^^^^^^^^^^^^^^^^^ NAN101 warning: `fake` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
            # fixed: tf.math.log(tf.clip_by_value(fake, 1e-10, 1.0))
            # or (unsafe): tf.math.log(fake + 1e-8)
            # from: `layers.Dense(1, activation="sigmoid")` made here, exactly 0 in float32 for inputs below -87
            # from: `self.d(self.g(z))` returned by this call
        grads = tape.gradient(loss, self.g.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.g.trainable_variables))
        return {"loss": loss}


class Norm(layers.Layer):
    def call(self, x):
        mean, var = tf.nn.moments(x, axes=[0])
        return (x - mean) / tf.sqrt(var)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.sqrt(var)` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
        # fixed: (x - mean) / tf.sqrt(tf.maximum(var, 1e-12))
        # from: `tf.nn.moments(x, axes=[0])` made here, exactly 0 where all elements are equal
        # from: `tf.sqrt(var)` made here, values in [0, inf]
        #                   ^^^^^^^^^^^^ NAN301 information: `var` is a variance and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(var, 1e-10))
        # or (unsafe): tf.sqrt(var + 1e-8)
        # from: `tf.nn.moments(x, axes=[0])` made here, exactly 0 where all elements are equal


def gp(critic, real, fake):
    eps = tf.random.uniform((8, 1))
    mid = eps * real + (1 - eps) * fake
    with tf.GradientTape() as t:
        t.watch(mid)
        s = critic(mid)
    g = t.gradient(s, mid)
    return tf.reduce_mean((tf.sqrt(tf.reduce_sum(g ** 2, axis=1)) - 1) ** 2)
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(…)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(g ** 2, axis=1), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(g ** 2, axis=1) + 1e-8)
    # from: `t.gradient(s, mid)` made here, exactly 0 where the output does not react to the input


def train(critic, opt, real, fake):
    with tf.GradientTape() as tape:
        loss = gp(critic, real, fake)
    opt.apply_gradients(zip(tape.gradient(loss, critic.trainable_variables), critic.trainable_variables))


class Poisson(keras.losses.Loss):
    def call(self, y, rate):
        return tf.reduce_mean(rate - y * tf.math.log(rate))
        #                                ^^^^^^^^^^^^^^^^^ NAN101 warning: `rate` is a softplus, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.maximum(rate, 1e-10))
        # or (unsafe): tf.math.log(rate + 1e-8)
        # from: `layers.Dense(1, activation="softplus")` made here, exactly 0 in float32 for inputs below -87
        # from: `pm.compile("adam", loss=Poisson())` returned by this call
        # from: `Poisson()` given to this loss


pm = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(1, activation="softplus")])
pm.compile("adam", loss=Poisson())


def ctc_len(mask, loss):
    return tf.reduce_sum(loss * mask) / tf.reduce_sum(mask)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_sum(mask)` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.reduce_sum(loss * mask) / tf.maximum(tf.reduce_sum(mask), 1.0)
    # or (unsafe): tf.reduce_sum(loss * mask) / (tf.reduce_sum(mask) + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(tf.reduce_sum(loss * mask), tf.reduce_sum(mask))
    # from: `tf.reduce_sum(mask)` made here, exactly 0 where nothing matches


def huberish(x, y):
    d = tf.norm(x - y, axis=-1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x - y` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x - y), axis=-1), 1e-12))
    return tf.reduce_mean(d)


def step(model, opt, x, y):
    with tf.GradientTape() as tape:
        out = model(x)
        loss = huberish(out, y) + ctc_len(tf.cast(y > 0, tf.float32), out)
    opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))

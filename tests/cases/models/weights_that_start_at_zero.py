# A layer's weights that an initializer makes 0 are 0 before the first step: their norm is no divisor. Ones are none of that.

import flax.linen as nn
import jax.numpy as jnp
import tensorflow as tf
from tensorflow.keras.layers import Layer


class Directions(Layer):
    def build(self, shape):
        self.v = self.add_weight(name="v", shape=(shape[-1], 8), initializer="zeros")
        self.g = self.add_weight(name="g", shape=(8,), initializer=tf.keras.initializers.Ones())

    def call(self, x):
        w = self.v / tf.sqrt(tf.reduce_sum(self.v**2, axis=0))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.sqrt(…)` can be 0, as a variable that starts at 0 can: x / 0 is Inf or NaN; keep it away from 0
        #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(…)` can be 0, as a variable that starts at 0 can: sqrt has an infinite gradient at 0
        return tf.matmul(x, self.g * w) / self.g


class DirectionsWithFloor(Layer):
    def build(self, shape):
        self.v = self.add_weight(name="v", shape=(shape[-1], 8), initializer="zeros")

    def call(self, x):
        return tf.matmul(x, self.v / tf.sqrt(tf.reduce_sum(self.v**2, axis=0) + 1e-6))


class Kept(Layer):
    def build(self, shape):
        self.scale = self.add_weight(name="scale", shape=(8,), constraint=tf.keras.constraints.NonNeg())
        self.offset = self.add_weight(name="offset", shape=(8,), initializer=tf.keras.initializers.RandomUniform(1, 2))
        self.moving = self.add_weight(name="moving", shape=(8,), initializer="zeros", trainable=False)

    def call(self, x):
        return (x - self.moving) / (self.scale + 1.0) / self.offset


class Scale(nn.Module):
    @nn.compact
    def __call__(self, x):
        w = self.param("w", nn.initializers.zeros, (x.shape[-1],))
        g = self.param("g", nn.initializers.constant(2.0), (x.shape[-1],))
        return x * w / jnp.sum(jnp.abs(w)) / g
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sum(jnp.abs(w))` can be 0, as a variable that starts at 0 can: x / 0 is Inf or NaN; keep it away from 0

"""A variable that starts from a positive number stays near it; one that starts from 0, or is drawn around it, is a weight."""

import flax.linen as fnn
import jax.numpy as jnp
import keras
import tensorflow as tf
from keras.initializers import RandomNormal, RandomUniform
from mylib import zeros as zeros_of_somebody


class Weights(keras.layers.Layer):
    def build(self, shape, start):
        self.of_a_class = self.add_weight(shape=shape, initializer=keras.initializers.Zeros)
        self.of_nothing_said = self.add_weight(shape=shape, initializer=keras.initializers.Constant())
        self.of_a_bare_class = self.add_weight(shape=shape, initializer=keras.initializers.Constant)
        self.of_both_signs = self.add_weight(shape=shape, initializer=RandomUniform(-0.1, 0.1))
        self.around_0 = self.add_weight(shape=shape, initializer=RandomNormal(0.0, 0.02))
        self.without_a_middle = self.add_weight(shape=shape, initializer=RandomNormal(stddev=0.02))
        self.without_constraint = self.add_weight(shape=shape, initializer="zeros", constraint=None)
        self.of_somebody = self.add_weight(shape=shape, initializer=zeros_of_somebody)
        self.of_a_name = self.add_weight(shape=shape, initializer=f"{shape}s")
        self.of_a_table = self.add_weight(shape=shape, initializer=self.initializers["scale"])
        self.of_a_lambda = self.add_weight(shape=shape, initializer=lambda wanted, dtype=None: tf.zeros(wanted))
        self.of_anything = tf.Variable(start)

    def call(self, x):
        reveal_range(self.of_a_class)  # any value float32 takes -30, 0, 30
        reveal_range(self.of_nothing_said)  # any value float32 takes -30, 0, 30
        reveal_range(self.of_a_bare_class)  # any value float32 takes -30, 0, 30
        reveal_range(self.of_both_signs)  # any value float32 takes -30, 30
        reveal_range(self.around_0)  # any value float32 takes -30, 30
        reveal_range(self.without_a_middle)  # any value float32 takes -30, 30
        reveal_range(self.without_constraint)  # any value float32 takes -30, 0, 30
        reveal_range(self.of_somebody)  # any value float32 takes -30, 30
        reveal_range(self.of_a_name)  # any value float32 takes -30, 30
        reveal_range(self.of_a_table)  # any value float32 takes -30, 30
        reveal_range(self.of_a_lambda)  # any value float32 takes -30, 30
        reveal_range(self.of_anything)  # any value float32 takes -30, 30
        return tf.math.log(self.of_both_signs)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.of_both_signs` is a trained variable, and nothing keeps it above 0: log(-1) is NaN
        # fixed (unsafe): tf.math.log(tf.maximum(self.of_both_signs, 1e-10))
        # from: `self.add_weight(shape=shape, initializer=RandomUniform(-0.1, 0.1))` made here, unbounded


class Scales(keras.layers.Layer):
    def build(self, shape):
        self.of_a_class = self.add_weight(shape=shape, initializer=keras.initializers.Ones)
        self.of_a_number = self.add_weight(shape=shape, initializer=keras.initializers.Constant(0.5))
        self.of_a_named_number = self.add_weight(shape=shape, initializer=keras.initializers.Constant(value=2.0))
        self.of_something = self.add_weight(shape=shape, initializer=keras.initializers.Constant(shape))
        self.above_0 = self.add_weight(shape=shape, initializer=RandomUniform(0.1, 1.0))
        self.around_1 = self.add_weight(shape=shape, initializer=RandomNormal(mean=1.0, stddev=0.02))
        self.with_constraint = self.add_weight(shape=shape, initializer="zeros", constraint=keras.constraints.NonNeg())
        self.not_trained = self.add_weight(shape=shape, initializer="zeros", trainable=False)

    def call(self, x):
        reveal_range(self.of_a_class)  # any value float32 takes nothing
        reveal_range(self.of_a_number)  # any value float32 takes nothing
        reveal_range(self.of_a_named_number)  # any value float32 takes nothing
        reveal_range(self.of_something)  # any value float32 takes nothing
        reveal_range(self.above_0)  # any value float32 takes nothing
        reveal_range(self.around_1)  # any value float32 takes nothing
        reveal_range(self.with_constraint)  # any value float32 takes nothing
        reveal_range(self.not_trained)  # any value float32 takes nothing
        return tf.math.log(self.above_0)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.above_0` stays above 0: log(0) is -inf
        # fixed: tf.math.log(tf.maximum(self.above_0, 1e-10))


class OfFlax(fnn.Module):
    @fnn.compact
    def __call__(self, x):
        weight = self.param("weight", fnn.initializers.normal(0.1), (3,))
        bias = self.param("bias", fnn.initializers.zeros, (3,))
        scale = self.param("scale", fnn.initializers.ones, (3,))
        half = self.param("half", fnn.initializers.constant(0.5), (3,))
        reveal_range(weight)  # any value float32 takes -30, 30
        reveal_range(bias)  # any value float32 takes -30, 0, 30
        reveal_range(scale)  # any value float32 takes nothing
        reveal_range(half)  # any value float32 takes nothing
        return jnp.log(weight) + jnp.log(scale)
        #      ^^^^^^^^^^^^^^^ NAN101 warning: `weight` is a trained variable, and nothing keeps it above 0: log(-1) is NaN
        # fixed (unsafe): jnp.log(jnp.maximum(weight, 1e-10))
        # from: `self.param("weight", fnn.initializers.normal(0.1), (3,))` made here, unbounded
        #                        ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `scale` stays above 0: log(0) is -inf
        # fixed: jnp.log(jnp.maximum(scale, 1e-10))

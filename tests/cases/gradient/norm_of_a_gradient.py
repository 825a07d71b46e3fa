"""The gradient of a critic is 0 where it does not react: its norm, in a penalty, is differentiated once more."""

import tensorflow as tf


class Critic(tf.keras.Model):
    def penalty(self, real, fake):
        mixed = 0.5 * real + 0.5 * fake
        with tf.GradientTape() as tape:
            tape.watch(mixed)
            score = self.critic(mixed)
        slopes = tf.norm(tape.gradient(score, [mixed])[0], axis=1)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tape.gradient(score, [mixed])[0]` is a gradient
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(tape.gradient(score, [mixed])[0]), axis=1), 1e-12))
        return tf.reduce_mean((slopes - 1.0) ** 2)

    def train_step(self, x, y):
        """Nobody differentiates the norm of a step of training."""
        with tf.GradientTape() as tape:
            loss = self.compiled_loss(y, self(x))
        grads = tape.gradient(loss, self.trainable_variables)
        return [tf.norm(each) for each in grads]

"""The clipped objective of PPO in its other form: a minimum bounds the ratio from above, and not its negative product.

Where the advantage is negative, a ratio that overflows is -Inf. A schedule that ends at 1 is no ratio.
"""

import tensorflow as tf


def clipped_objective(x, action, advantage, old, actor_critic, optimizer):
    pi, logp, value = actor_critic(x, action)
    ratio = tf.exp(logp - old)
    #       ^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `logp - old` small enough: exp overflows to Inf in float32
    bound = tf.where(advantage > 0, 1.2 * advantage, 0.8 * advantage)
    loss = -tf.reduce_mean(tf.minimum(ratio * advantage, bound))
    return optimizer.minimize(loss)


def bounded_first(x, action, advantage, old, actor_critic, optimizer):
    pi, logp, value = actor_critic(x, action)
    ratio = tf.exp(tf.minimum(logp - old, 20.0))
    loss = -tf.reduce_mean(tf.minimum(ratio * advantage, 1.2 * advantage))
    return optimizer.minimize(loss)


def warmed_up(step, start, rate):
    return tf.minimum(tf.exp(step - start), 1.0) * rate

# A classifier of images with slim, flags and summaries: one cross-entropy by hand, one of the framework, one with a floor.

import numpy as np
import tensorflow as tf
import tensorflow.contrib.slim as slim
from tensorflow.contrib.framework import arg_scope

flags = tf.app.flags
flags.DEFINE_float("learning_rate", 1e-3, "step size")
flags.DEFINE_integer("num_classes", 10, "classes")
flags.DEFINE_string("loss", "manual", "manual | stable | clipped")
FLAGS = flags.FLAGS


def conv_arg_scope(weight_decay=5e-4, is_training=True):
    with arg_scope(
        [slim.conv2d, slim.fully_connected],
        activation_fn=tf.nn.relu,
        weights_regularizer=slim.l2_regularizer(weight_decay),
        normalizer_fn=slim.batch_norm,
        normalizer_params={"is_training": is_training, "epsilon": 1e-3},
    ) as sc:
        return sc


def backbone(images, keep_prob, scope="backbone", reuse=None):
    with tf.variable_scope(scope, "backbone", [images], reuse=reuse):
        net = slim.repeat(images, 2, slim.conv2d, 64, [3, 3], scope="conv1")
        net = slim.max_pool2d(net, [2, 2], scope="pool1")
        net = slim.conv2d(net, 128, [3, 3], stride=2, padding="SAME")
        net = tf.reduce_mean(net, [1, 2], keep_dims=True, name="global_pool")
        net = slim.flatten(net)
        return slim.dropout(net, keep_prob=keep_prob)


def local_contrast(images, eps=1e-5):
    mean, var = tf.nn.moments(images, axes=[1, 2], keep_dims=True)
    return (images - mean) / tf.sqrt(var + eps)


def global_contrast(images):
    mean, var = tf.nn.moments(images, axes=[1, 2, 3], keep_dims=True)
    return tf.div(images - mean, tf.sqrt(var))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.sqrt(var)` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.div(images - mean, tf.sqrt(tf.maximum(var, 1e-12)))
    # from: `tf.nn.moments(images, axes=[1, 2, 3], keep_dims=True)` made here, exactly 0 where all elements are equal
    # from: `tf.sqrt(var)` made here, values in [0, inf]


def center_loss(features, labels, num_classes, alpha=0.5):
    centers = tf.get_variable("centers", [num_classes, 128], initializer=tf.constant_initializer(0.0), trainable=False)
    batch = tf.gather(centers, labels)
    unique, idx, counts = tf.unique_with_counts(labels)
    appear = tf.cast(tf.reshape(tf.gather(counts, idx), [-1, 1]), tf.float32)
    diff = (batch - features) / (1.0 + appear)
    with tf.control_dependencies([tf.scatter_sub(centers, labels, alpha * diff)]):
        return tf.nn.l2_loss(features - batch)


def loss_fn(logits, onehot):
    probs = slim.softmax(logits)
    if FLAGS.loss == "manual":
        return -tf.reduce_mean(tf.reduce_sum(onehot * tf.log(probs), reduction_indices=[1]))
        #                                             ^^^^^^^^^^^^^ NAN101 warning: `probs` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: tf.nn.log_softmax(logits)
        # or: tf.log(tf.clip_by_value(probs, 1e-10, 1.0))
        # from: `slim.softmax(logits)` made here, exactly 0 in float32 once a logit trails the largest by 87
    elif FLAGS.loss == "clipped":
        probs = tf.clip_by_value(probs, 1e-10, 1.0)
        return -tf.reduce_mean(tf.reduce_sum(onehot * tf.log(probs), 1))
    return tf.losses.softmax_cross_entropy(onehot, logits, label_smoothing=0.1)


def embedding_distance(a, b):
    a = a / tf.norm(a, axis=1, keep_dims=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): a / tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(a), axis=1, keepdims=True), 1e-12))
    # or: tf.math.l2_normalize(a, axis=1)
    # from: `slim.dropout(net, keep_prob=keep_prob)` made here, unbounded
    # from: `backbone(local_contrast(x), keep)` returned by this call
    # from: `features` passed as `a` here
    # from: `tf.norm(a, axis=1, keep_dims=True)` made here, exactly 0 for a vector of zeros
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `a` is a dropout and can be exactly 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(a), axis=1, keepdims=True), 1e-12))
    # from: `slim.dropout(net, keep_prob=keep_prob)` made here, exactly 0 for the inputs that it drops
    # from: `backbone(local_contrast(x), keep)` returned by this call
    # from: `features` passed as `a` here
    b = tf.nn.l2_normalize(b, dim=1)
    cosine = tf.reduce_sum(tf.multiply(a, b), 1)
    reveal_range(cosine)  # [-1.0000004, 1.0000004] float32 or NaN takes -1.0000002, 1.0000002
    return tf.acos(cosine), tf.acos(tf.clip_by_value(cosine, -1 + 1e-6, 1 - 1e-6))
    #      ^^^^^^^^^^^^^^^ NAN105 warning: `cosine` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
    # fixed: tf.acos(tf.clip_by_value(cosine, -0.9999999, 0.9999999))
    # from: `tf.reduce_sum(tf.multiply(a, b), 1)` made here, above 1 by rounding, for parallel vectors


def main(_):
    x = tf.placeholder(tf.float32, [None, 32, 32, 3], name="x")
    y = tf.placeholder(tf.int32, (None,), name="y")
    keep = tf.placeholder_with_default(1.0, shape=())
    onehot = slim.one_hot_encoding(y, FLAGS.num_classes)
    with arg_scope(conv_arg_scope()):
        features = backbone(local_contrast(x), keep)
        other = backbone(global_contrast(x), keep, reuse=True)
    logits = slim.fully_connected(features, FLAGS.num_classes, activation_fn=None, normalizer_fn=None)
    probs = tf.nn.softmax(logits, name="probs")
    reveal_range(probs)  # [0, 1] float32 takes 0, 1
    total = loss_fn(logits, onehot) + 0.01 * center_loss(features, y, FLAGS.num_classes)
    apart, safe_apart = embedding_distance(features, other)
    total += tf.reduce_mean(apart) + tf.reduce_mean(safe_apart) + tf.add_n(slim.losses.get_regularization_losses())
    entropy = -tf.reduce_sum(probs * tf.log(probs + 1e-8), -1)
    #                                ^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `probs + 1e-8` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
    # fixed (unsafe): tf.nn.log_softmax(logits, name="probs")
    # or (unsafe): tf.nn.softmax_cross_entropy_with_logits(labels=probs, logits=logits)
    # from: `tf.nn.softmax(logits, name="probs")` made here, values in [0, 1]
    certainty = tf.reduce_mean(1.0 - entropy / np.log(FLAGS.num_classes))
    tf.summary.scalar("certainty", certainty)
    tf.summary.scalar("log_loss", tf.log(tf.stop_gradient(total) + 1.0))
    step = tf.train.get_or_create_global_step()
    rate = tf.train.exponential_decay(FLAGS.learning_rate, step, 1000, 0.96, staircase=True)
    train_op = slim.learning.create_train_op(total, tf.train.MomentumOptimizer(rate, 0.9), global_step=step)
    slim.learning.train(train_op, "/tmp/logs", number_of_steps=1000)


if __name__ == "__main__":
    tf.app.run()

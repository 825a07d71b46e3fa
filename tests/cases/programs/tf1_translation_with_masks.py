# Sequence to sequence in TensorFlow 1: losses over padded steps, attention written out, coverage, perplexity.

import math

import tensorflow as tf
from tensorflow.python.ops import rnn_cell

PAD, EOS = 0, 1


class Config(object):
    hidden = 256
    vocab = 8000
    max_len = 50
    keep_prob = 0.8
    max_grad_norm = 5.0


def masked_mean(values, mask, guard=False):
    total = tf.reduce_sum(values * mask)
    count = tf.reduce_sum(mask)
    if guard:
        return tf.where(tf.greater(count, 0), total / tf.maximum(count, 1.0), tf.zeros_like(total))
    return total / count
    #      ^^^^^^^^^^^^^ NAN102 information: `count` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): tf.math.divide_no_nan(total, count)


def mean_per_row(values, lengths, maxlen):
    mask = tf.sequence_mask(lengths, maxlen, dtype=tf.float32)
    loose = tf.reduce_sum(values * mask, 1) / tf.to_float(lengths)
    tight = tf.div_no_nan(tf.reduce_sum(values * mask, 1), tf.reduce_sum(mask, 1))
    return loose, tight, tf.reduce_sum(values * mask, 1) / (tf.reduce_sum(mask, axis=1) + 1e-12)


def attend(memory, query, mask, scope="attention"):
    with tf.variable_scope(scope, reuse=tf.AUTO_REUSE):
        keys = tf.layers.dense(memory, Config.hidden, use_bias=False, name="memory")
        q = tf.expand_dims(tf.layers.dense(query, Config.hidden, name="query"), 1)
        v = tf.get_variable("v", [Config.hidden])
        e = tf.reduce_sum(v * tf.tanh(keys + q), [2])
        dist = tf.nn.softmax(e)
        dist *= mask
        sums = tf.reduce_sum(dist, axis=1)
        renormalised = dist / tf.reshape(sums, [-1, 1])
        #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reshape(sums, [-1, 1])` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): dist / tf.maximum(tf.reshape(sums, [-1, 1]), 1e-7)
        # or (unsafe): dist / (tf.reshape(sums, [-1, 1]) + 1e-8)
        # or (unsafe): tf.math.divide_no_nan(dist, tf.reshape(sums, [-1, 1]))
        additive = tf.nn.softmax(e + (1.0 - mask) * -1e9)
        by_hand = tf.exp(e) * mask
        by_hand = by_hand / tf.reduce_sum(by_hand, 1, keep_dims=True)
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_sum(…)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): by_hand / tf.maximum(tf.reduce_sum(by_hand, 1, keep_dims=True), 1e-7)
        # or (unsafe): by_hand / (tf.reduce_sum(by_hand, 1, keep_dims=True) + 1e-8)
        # or (unsafe): tf.math.divide_no_nan(by_hand, tf.reduce_sum(by_hand, 1, keep_dims=True))
        context = tf.einsum("bt,bth->bh", additive, memory)
    return context, [renormalised, additive, by_hand]


class Pointer(object):
    def __init__(self, config, mode="train"):
        self.config = config
        self.mode = mode
        self.src = tf.placeholder(tf.int32, [None, config.max_len])
        self.tgt = tf.placeholder(tf.int32, [None, config.max_len])
        self.src_mask = tf.to_float(tf.not_equal(self.src, PAD))
        self.tgt_mask = tf.cast(tf.sign(self.tgt), tf.float32)
        self.build()

    def _cell(self):
        cell = rnn_cell.LSTMCell(self.config.hidden, initializer=tf.random_uniform_initializer(-0.02, 0.02))
        if self.mode == "train":
            cell = rnn_cell.DropoutWrapper(cell, output_keep_prob=self.config.keep_prob)
        return cell

    def build(self):
        cfg = self.config
        with tf.device("/cpu:0"):
            table = tf.get_variable("embedding", [cfg.vocab, cfg.hidden])
            x = tf.nn.embedding_lookup(table, self.src)
        outputs, state = tf.nn.dynamic_rnn(self._cell(), x, dtype=tf.float32, scope="encoder")
        coverage = tf.zeros_like(self.src_mask)
        losses, cov_losses = [], []
        prev = state.h
        for t, y in enumerate(tf.unstack(self.tgt, axis=1)):
            if t > 0:
                tf.get_variable_scope().reuse_variables()
            context, (attn, smooth, rough) = attend(outputs, prev, self.src_mask)
            attn = (attn + smooth + rough) / 3.0
            cov_losses.append(tf.reduce_sum(tf.minimum(attn, coverage), [1]))
            coverage += attn
            vocab = tf.nn.softmax(tf.layers.dense(tf.concat([context, prev], 1), cfg.vocab, name="project"))
            p_gen = tf.sigmoid(tf.layers.dense(context, 1, name="p_gen"))
            final = p_gen * vocab
            index = tf.stack((tf.range(tf.shape(y)[0]), y), axis=1)
            gold = tf.gather_nd(final, index)
            reveal_range(gold)  # [0, 1] float32 takes 0, 1
            losses.append(-tf.log(gold))
            #              ^^^^^^^^^^^^ NAN101 warning: `gold` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0
            # fixed: tf.log(tf.clip_by_value(gold, 1e-10, 1.0))
            # or (unsafe): tf.log(gold + 1e-8)
            # from: `tf.nn.softmax(tf.layers.dense(tf.concat([context, prev], 1), cfg.vocab, name="project"))` made here, exactly 0 in float32 once a logit trails the largest by 87
            # from: `final = p_gen * vocab` goes into `final` here
            # from: `gold = tf.gather_nd(final, index)` goes into `gold` here
            losses.append(-tf.log(tf.maximum(gold, 1e-30)))
            prev = context
        per_step = tf.stack(losses[::2], axis=1)
        self.loss = masked_mean(per_step, self.tgt_mask) + masked_mean(tf.stack(losses[1::2], 1), self.tgt_mask, True)
        self.coverage_loss = tf.reduce_mean(tf.add_n(cov_losses) / cfg.max_len)
        perplexity = tf.exp(tf.minimum(self.loss, 20.0))
        reveal_range(perplexity)  # [0, 485165312] float32 or NaN takes 485165184
        tf.summary.scalar("perplexity", perplexity)
        tvars = tf.trainable_variables()
        grads, _ = tf.clip_by_global_norm(tf.gradients(self.loss + self.coverage_loss, tvars), cfg.max_grad_norm)
        self.train_op = tf.train.AdagradOptimizer(0.15, initial_accumulator_value=0.1).apply_gradients(
            zip(grads, tvars)
        )


def report(total_loss, steps):
    mean = total_loss / max(steps, 1)
    return math.exp(mean) if mean < 300 else float("inf")

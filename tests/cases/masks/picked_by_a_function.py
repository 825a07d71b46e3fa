"""What a function picks by a condition on it holds that condition, as what brackets pick does."""

import tensorflow as tf
import torch


def shares_of_matches(a, b):
    count = tf.reduce_sum(tf.cast(a[:, None] == b[None], tf.float32), 1)
    found = count > 0
    missing = count <= 0
    kept = 1.0 / tf.boolean_mask(count, found), 1.0 / tf.boolean_mask(count, mask=tf.greater(count, 0))
    return kept, 1.0 / tf.boolean_mask(count, missing)
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 error: `tf.boolean_mask(count, missing)` is 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1.0 / tf.maximum(tf.boolean_mask(count, missing), 1.0)
    # or (unsafe): 1.0 / (tf.boolean_mask(count, missing) + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(1.0, tf.boolean_mask(count, missing))
    # from: `tf.reduce_sum(tf.cast(a[:, None] == b[None], tf.float32), 1)` made here, values in [0, inf]


def logarithms(x):
    p = torch.softmax(x, -1)
    kept = torch.log(torch.masked_select(p, p > 0)), torch.log(p.masked_select(mask=p > 1e-6))
    return kept, torch.log(p.masked_select(x > 0)), torch.log(torch.masked_select(p, p < 0.5))
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.masked_select(x > 0)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p.masked_select(x > 0), 1e-10, 1.0))
    # or (unsafe): torch.log(p.masked_select(x > 0) + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    #                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.masked_select(p, p < 0.5)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.masked_select(p, p < 0.5), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.masked_select(p, p < 0.5) + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def complements(x):
    p = tf.nn.softmax(x)
    kept = tf.boolean_mask(p, p > 0)
    reveal_range(tf.boolean_mask(p, p > 0.25))  # [0.25000003, 1] float32 takes 1
    return tf.math.log(kept), tf.math.log(tf.boolean_mask(1 - p, p < 1)), tf.math.log(tf.boolean_mask(p, p >= 0))
    #                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.boolean_mask(p, p >= 0)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(tf.boolean_mask(p, p >= 0), 1e-10, 1.0))
    # or (unsafe): tf.math.log(tf.boolean_mask(p, p >= 0) + 1e-8)
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87

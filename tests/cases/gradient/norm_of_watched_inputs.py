"""A tape watches one or several, and gives their derivatives together; what it was not told to watch are weights."""

import tensorflow as tf


def in_a_list(net, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = net(x)
    (g,) = tape.gradient(y, [x])
    return tf.sqrt(tf.reduce_sum(g**2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(g**2)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(g**2), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(g**2) + 1e-8)
    # from: `tape.gradient(y, [x])` made here, exactly 0 where the output does not react to the input


def one_of_two(net, x, condition):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = net(x, condition)
    g, _ = tape.gradient(y, (x, condition))
    return tf.sqrt(tf.reduce_sum(g**2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(g**2)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(g**2), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(g**2) + 1e-8)
    # from: `tape.gradient(y, (x, condition))` made here, exactly 0 where the output does not react to the input


def both(net, x, condition):
    with tf.GradientTape() as tape:
        tape.watch([x, condition])
        y = net(x, condition)
    g, _ = tape.gradient(y, [x, condition])
    return tf.sqrt(tf.reduce_sum(g**2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(g**2)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(g**2), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(g**2) + 1e-8)
    # from: `tape.gradient(y, [x, condition])` made here, exactly 0 where the output does not react to the input


def of_a_batch(net, batch):
    with tf.GradientTape() as tape:
        tape.watch(batch.x)
        y = net(batch.x)
    g = tape.gradient(y, batch.x)
    return tf.sqrt(tf.reduce_sum(g**2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(g**2)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(g**2), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(g**2) + 1e-8)
    # from: `tape.gradient(y, batch.x)` made here, exactly 0 where the output does not react to the input


def what_was_computed(net, x):
    with tf.GradientTape() as tape:
        h = x * 2
        y = net(h)
    (g,) = tape.gradient(y, [h])
    return tf.sqrt(tf.reduce_sum(g**2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(g**2)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(g**2), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(g**2) + 1e-8)
    # from: `tape.gradient(y, [h])` made here, exactly 0 where the output does not react to the input


def of_weights(net, x, weights):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = net(x)
    (g,) = tape.gradient(y, [weights])
    return tf.sqrt(tf.reduce_sum(g**2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.reduce_sum(g**2)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(g**2), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(g**2) + 1e-8)


def watched_elsewhere(tape, x):
    tape.watch(x)


def not_watched_here(net, x):
    with tf.GradientTape() as tape:
        y = net(x)
    (g,) = tape.gradient(y, [x])
    return tf.sqrt(tf.reduce_sum(g**2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.reduce_sum(g**2)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(g**2), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(g**2) + 1e-8)

"""What is bounded from below at 0 is 0 whatever it is divided by: the sides of a box of padding."""

import tensorflow as tf


def encoded(boxes, anchors):
    sides = tf.maximum(boxes[..., 2:] - boxes[..., :2], 0.0)
    return tf.math.log(sides / anchors)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `sides / anchors` can be 0


def encoded_above_a_pixel(boxes, anchors, smallest):
    sides = tf.maximum(boxes[..., 2:] - boxes[..., :2], 1.0)
    relative = tf.maximum(boxes[..., 2:], 0.0) / tf.maximum(anchors, 1.0)
    return sides / anchors, relative + smallest

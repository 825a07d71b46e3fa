# What stands in a docstring, a comment or a string is text and no code.

"""tf.log(tf.nn.softmax(x)) in a docstring is text."""

import tensorflow as tf

# tf.log(tf.nn.softmax(x)) in a comment is a comment
TEXT = "tf.log(tf.nn.softmax(x))"
F_STRING = f"{TEXT} tf.log(0)"
names = {"log": tf.nn.softmax}

# An operand that alone takes several lines is masked on lines of its own; where more stands on its last line, or a string would be moved, around it.

import tensorflow as tf
import torch


def on_its_own(x):
    return tf.math.log(
    #      ^^^^^^^^^^^^+4 NAN101 warning: `tf.nn.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: tf.math.log( tf.maximum( tf.nn.relu( x ), 1e-10, ) )
    # or (unsafe): tf.math.log( tf.nn.relu( x ) + 1e-8 )
    # from: `tf.nn.relu( x )` made here, exactly 0 for inputs of 0 or less
        tf.nn.relu(
            x
        )
    )


def with_a_comma(x):
    return tf.math.log(
    #      ^^^^^^^^^^^^+4 NAN101 warning: `tf.nn.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: tf.math.log( tf.maximum( tf.nn.relu( x ), 1e-10, ), )
    # or (unsafe): tf.math.log( tf.nn.relu( x ) + 1e-8, )
    # from: `tf.nn.relu( x )` made here, exactly 0 for inputs of 0 or less
        tf.nn.relu(
            x
        ),
    )


def before_another_argument(x):
    return tf.math.log(
    #      ^^^^^^^^^^^^+4 NAN101 warning: `tf.nn.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: tf.math.log( tf.maximum(tf.nn.relu( x ), 1e-10), name="a" )
    # or (unsafe): tf.math.log( tf.nn.relu( x ) + 1e-8, name="a" )
    # from: `tf.nn.relu( x )` made here, exactly 0 for inputs of 0 or less
        tf.nn.relu(
            x
        ), name="a"
    )


def before_its_parenthesis(x):
    return tf.math.log(
    #      ^^^^^^^^^^^^+3 NAN101 warning: `tf.nn.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: tf.math.log( tf.maximum(tf.nn.relu( x ), 1e-10))
    # or (unsafe): tf.math.log( tf.nn.relu( x ) + 1e-8)
    # from: `tf.nn.relu( x )` made here, exactly 0 for inputs of 0 or less
        tf.nn.relu(
            x
        ))


def in_parentheses(x):
    return tf.math.log(
    #      ^^^^^^^^^^^^+4 NAN101 warning: `(tf.nn.relu(x))` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: tf.math.log( tf.maximum( tf.nn.relu(x) , 1e-10) )
    # or (unsafe): tf.math.log( ( tf.nn.relu(x) + 1e-8 ) )
    # from: `tf.nn.relu(x)` made here, exactly 0 for inputs of 0 or less
        (
            tf.nn.relu(x)
        )
    )


def with_a_string_of_two_lines(x, parts):
    return tf.math.log(
    #      ^^^^^^^^^^^^+5 NAN101 warning: `parts[""" a"""].relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: tf.math.log( tf.maximum(parts[""" a"""].relu( x ), 1e-10) )
    # or (unsafe): tf.math.log( parts[""" a"""].relu( x ) + 1e-8 )
    # from: `parts[""" a"""].relu( x )` made here, exactly 0 for inputs of 0 or less
        parts["""
        a"""].relu(
            x
        )
    )


def updated_in_place(v):
    v = tf.nn.relu(v)
    x = 0
    v **= -0.5
#   ^^^^^^^^^^ NAN103 warning: `v` is a ReLU, exactly 0 for inputs of 0 or less: 0 ** -0.5 is Inf; keep it above 0
# fixed: nothing
# from: `tf.nn.relu(v)` made here, exactly 0 for inputs of 0 or less
    return v


def updated_in_place_with_a_method(v):
    v = torch.relu(v)
    x = 0
    v **= -0.5
#   ^^^^^^^^^^ NAN103 warning: `v` is a ReLU, exactly 0 for inputs of 0 or less: 0 ** -0.5 is Inf; keep it above 0
# fixed (unsafe): v = v.clamp(min=1e-10) ** (-0.5)
# from: `torch.relu(v)` made here, exactly 0 for inputs of 0 or less
    return v

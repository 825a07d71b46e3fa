# A file that calls the backend of Keras 2 by its full name need not have what came later: masks are of the backend too.

import keras


def loss(x):
    p = keras.backend.softmax(x)
    return keras.backend.log(p), keras.backend.log(1 - keras.backend.sigmoid(x))
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: keras.backend.log(keras.backend.clip(p, 1e-10, 1.0))
    # from: `keras.backend.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
    #                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - keras.backend.sigmoid(x)` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0
    # fixed: keras.backend.log(keras.backend.clip(1 - keras.backend.sigmoid(x), 1e-10, 1.0))
    # from: `keras.backend.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17


def scaled(x):
    return x / keras.backend.sqrt(keras.backend.sum(keras.backend.square(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `keras.backend.sqrt(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / keras.backend.sqrt(keras.backend.maximum(keras.backend.sum(keras.backend.square(x)), 1e-12))
    # from: `keras.backend.sqrt(keras.backend.sum(keras.backend.square(x)))` made here, exactly 0 for a vector of zeros


def ratio(x, y):
    return x / keras.backend.sigmoid(y)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `keras.backend.sigmoid(y)` is a sigmoid and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / keras.backend.maximum(keras.backend.sigmoid(y), 1e-7)
    # or (unsafe): x / (keras.backend.sigmoid(y) + 1e-8)
    # from: `keras.backend.sigmoid(y)` made here, exactly 0 in float32 for inputs below -87

"""What Keras adds by itself when it normalises is 1e-7, and too little for float16: a row of zeros is NaN."""

from keras import ops


def features(x):
    half = ops.cast(x, "float16")
    a = ops.normalize(half, axis=-1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 information: `half` has no mask: 1e-7 is 0 in float16, and a row of zeros is 0 / 0, NaN; pass a larger eps
    # fixed: nothing
    b = ops.normalize(half, axis=-1, epsilon=1e-4)
    c = ops.normalize(ops.cast(x, "float32"), axis=-1)
    return a, b, c

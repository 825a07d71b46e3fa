"""A layer of Keras that multiplies gives what its inputs make: gates stay between 0 and 1, what no gate bounds does not."""

import keras
from keras import layers, ops

x = keras.Input((4,))
one = layers.Dense(3, activation="sigmoid")(x)
other = layers.Dense(3, activation="sigmoid")(x)
free = layers.Dense(3)(x)

both = layers.Multiply(name="both")([one, other])
gated = layers.Multiply()([one, free])
kept = layers.Multiply()([layers.ReLU()(free), one])
reveal_range(both)  # [0, 1] float32 takes 0, 1
reveal_range(kept)  # [0, inf] float32 takes 0, 1, 10000

losses = [ops.log(both), ops.log(both + 1e-7), ops.sqrt(gated), ops.sqrt(kept + 1e-7)]
#         ^^^^^^^^^^^^^ NAN101 warning: `both` can be 0, as a sigmoid is for inputs below -87: log(0) is -inf; keep it above 0
# fixed: ops.log(ops.clip(both, 1e-10, 1.0))
# or (unsafe): ops.log(both + 1e-8)
# from: `layers.Dense(3, activation="sigmoid")(x)` made here, exactly 0 in float32 for inputs below -87
# from: `both = layers.Multiply(name="both")([one, other])` goes into `both` here
#                                              ^^^^^^^^^^^^^^^ NAN103 warning: `gated` comes from the output of a linear layer, and nothing keeps it at 0 or above: sqrt(-1) is NaN
# fixed (unsafe): ops.sqrt(ops.maximum(gated, 1e-10))
# from: `layers.Dense(3)(x)` made here, unbounded
# from: `gated = layers.Multiply()([one, free])` goes into `gated` here

# A loss that is looked up, or comes from a loop over what a table lists, is trained on; one that is only measured is not.
import random

from keras import Sequential, layers
from keras import backend as K


def build(loss):
    model = Sequential([layers.Dense(1)])
    model.compile("adam", loss=loss)
    return model


def relative(y_true, y_pred):
    return K.mean(K.abs((y_true - y_pred) / y_true))
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y_true` can be 0 where the target of the error is 0: x / 0 is Inf or NaN; keep it away from 0


def of_squares(y_true, y_pred):
    return K.mean(K.square((y_true - y_pred) / y_true))
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y_true` can be 0 where the target of the error is 0: x / 0 is Inf or NaN; keep it away from 0


def of_pairs(y_true, y_pred):
    return K.mean((y_true - y_pred) / y_true) + 1.0
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y_true` can be 0 where the target of the error is 0: x / 0 is Inf or NaN; keep it away from 0


def in_a_bracket(y_true, y_pred):
    return K.mean((y_true - y_pred) / y_true) + 2.0
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y_true` can be 0 where the target of the error is 0: x / 0 is Inf or NaN; keep it away from 0


# Silent: these are only measured.
def listed(y_true, y_pred):
    return K.mean(K.abs((y_true - y_pred) / y_true)) + 3.0


def drawn(y_true, y_pred):
    return K.mean(K.abs((y_true - y_pred) / y_true)) + 4.0


LOSSES = {"relative": relative}
SQUARES = {"squares": of_squares}
PAIRS = [of_pairs]
LISTED = {"listed": listed}
DRAWN = [drawn]


def chosen(name):
    return build(LOSSES.get(name))


for each in SQUARES.values():
    build(each)

for each in PAIRS:
    build(each)

for each in (in_a_bracket, mended):
    build(each)


def report(y_true, y_pred):
    names, errors = list(LISTED), list(LISTED.values())
    return dict(zip(names, (each(y_true, y_pred) for each in errors))), random.choice(DRAWN)(y_true, y_pred)

# A loss is imported by its name and handed on, to a function that compiles a model with it and to one that calls it.

import torch
from keras import backend as K


def overlap(y_true, y_pred):
    hits = K.sum(y_true * y_pred)
    return 1 - hits / (hits + K.sum((1 - y_true) * y_pred))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(hits + K.sum(…))` can be 0 where the part and the rest are 0: x / 0 is Inf or NaN; keep it away from 0


def surprise(p):
    return -torch.log(p).mean()
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def never_handed_on(y_true, y_pred):
    hits = K.sum(y_true * y_pred)
    return 1 - hits / (hits + K.sum((1 - y_true) * y_pred))

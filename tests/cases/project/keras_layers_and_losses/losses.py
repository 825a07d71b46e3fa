# Losses that a model of another file is compiled with, one for each of its outputs.

from tensorflow.keras import backend as K


def entropy_loss(y_true, y_pred):
    return K.mean(K.sum(y_pred * K.log(y_pred), axis=-1))
    #                            ^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: K.log(K.clip(y_pred, 1e-10, 1.0))
    # or (unsafe): K.log(y_pred + 1e-8)
    # from: model.py `keras.layers.Dense(4, activation="softmax")(c)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: model.py `entropy_loss` given to this loss


def recall_loss(y_true, y_pred):
    tp = K.sum(K.round(y_true * y_pred))
    return 1 - tp / K.sum(K.round(y_true))

# Files of Keras 2 know the backend only, so fixes are written with it.

from keras import backend as K


def weights(scores):
    return K.exp(scores) / K.sum(K.exp(scores), axis=-1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: K.softmax(scores, axis=-1)


def ratio(y_true, y_pred):
    return K.sum(y_true) / K.relu(y_pred)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `K.relu(y_pred)` is a ReLU
    # fixed: K.sum(y_true) / K.maximum(K.relu(y_pred), 1e-7)
    # or (unsafe): K.sum(y_true) / (K.relu(y_pred) + 1e-8)

from keras import backend as K


def weights(scores):
    return K.exp(scores) / K.sum(K.exp(scores), axis=-1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: K.softmax(scores, axis=-1)


def loss(y_true, y_pred):
    return K.sum(y_true) / K.sqrt(K.relu(y_pred) + 1.0 - 1.0) + 1 / K.relu(y_pred)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `K.sqrt(K.relu(y_pred) + 1.0 - 1.0)` comes from a ReLU, which is exactly 0 in float32 for every input that is not positive
    # fixed: K.sum(y_true) / K.maximum(K.sqrt(K.relu(y_pred) + 1.0 - 1.0), 1e-10)
    # or (unsafe): K.sum(y_true) / (K.sqrt(K.relu(y_pred) + 1.0 - 1.0) + 1e-8)
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `K.relu(y_pred) + 1.0 - 1.0` comes from a ReLU, which is exactly 0 in float32 for every input that is not positive
    # fixed: K.sqrt(K.maximum(K.relu(y_pred) + 1.0 - 1.0, 1e-10))
    #                                                           ^^^^^^^^^^^^^^^^^^ NAN102 warning: `K.relu(y_pred)` is a ReLU
    # fixed: 1 / K.maximum(K.relu(y_pred), 1e-10)
    # or (unsafe): 1 / (K.relu(y_pred) + 1e-8)

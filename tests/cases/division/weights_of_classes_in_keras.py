# The labels that Keras hands to a loss may lack a class: the sum over a batch of its mask is 0 then.

from tensorflow.keras import backend as K


def generalized_dice(y_true, y_pred):
    volume = K.sum(y_true, axis=(0, 1, 2))
    weight = 1 / (volume**2)
    #        ^^^^^^^^^^^^^^^ NAN102 information: `(volume**2)` can be 0 where a class does not occur: x / 0 is Inf or NaN; keep it away from 0
    both = K.sum(weight * K.sum(y_true * y_pred, axis=(0, 1, 2)))
    return 1 - 2 * both / (K.sum(weight * K.sum(y_true + y_pred, axis=(0, 1, 2))) + K.epsilon())


def compiled(model):
    model.compile(optimizer="adam", loss=generalized_dice)

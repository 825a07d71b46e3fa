# Logarithms of what is moved by the same constant are equal where what is moved is: the root of their mean squared difference is 0 there.

from keras import backend as K


def rmsle_loss(y_true, y_pred):
    return K.sqrt(K.mean(K.square(K.log(y_pred + 1) - K.log(y_true + 1))))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `K.mean(K.square(…))` stays above 0: sqrt has an infinite gradient at 0

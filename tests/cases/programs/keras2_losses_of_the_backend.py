"""Losses and metrics by the backend of Keras 2, handed to compile by name, by closure and in a dictionary of outputs."""

import numpy as np
from keras import backend as K
from keras import optimizers, regularizers
from keras.callbacks import Callback, LambdaCallback, ReduceLROnPlateau
from keras.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Input,
    Lambda,
    add,
    concatenate,
)
from keras.models import Model

_EPSILON = K.epsilon()


def weighted_crossentropy(weights):
    weights = K.variable(weights)

    def loss(y_true, y_pred):
        y_pred /= K.sum(y_pred, axis=-1, keepdims=True)
        y_pred = K.clip(y_pred, K.epsilon(), 1 - K.epsilon())
        return -K.sum(y_true * K.log(y_pred) * weights, -1)

    return loss


def focal_loss(gamma=2.0, alpha=0.25):
    def focal_loss_fixed(y_true, y_pred):
        pt_1 = K.tf.where(K.equal(y_true, 1), y_pred, K.ones_like(y_pred))
        pt_0 = K.tf.where(K.equal(y_true, 0), y_pred, K.zeros_like(y_pred))
        return -K.sum(alpha * K.pow(1.0 - pt_1, gamma) * K.log(pt_1)) - K.sum(
        #                                                ^^^^^^^^^^^ NAN101 warning: `pt_1` can be 0, as a sigmoid is for inputs below -87: log(0) is -inf; keep it above 0
        # fixed: K.log(K.clip(pt_1, 1e-10, 1.0))
            (1 - alpha) * K.pow(pt_0, gamma) * K.log(1.0 - pt_0)
            #                                  ^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - pt_0` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
            # fixed: K.log(K.clip(1.0 - pt_0, 1e-10, 1.0))
        )

    return focal_loss_fixed


def jaccard_distance(y_true, y_pred, smooth=100):
    intersection = K.sum(K.abs(y_true * y_pred), axis=-1)
    total = K.sum(K.abs(y_true) + K.abs(y_pred), axis=-1)
    return (1 - (intersection + smooth) / (total - intersection + smooth)) * smooth


def precision(y_true, y_pred):
    tp = K.sum(K.round(K.clip(y_true * y_pred, 0, 1)))
    predicted = K.sum(K.round(K.clip(y_pred, 0, 1)))
    return tp / (predicted + K.epsilon())


def recall(y_true, y_pred):
    tp = K.sum(K.round(K.clip(y_true * y_pred, 0, 1)))
    return tp / K.sum(K.round(K.clip(y_true, 0, 1)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `K.sum(K.round(…))` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tp / K.maximum(K.sum(K.round(K.clip(y_true, 0, 1))), 1.0)
    # or (unsafe): tp / (K.sum(K.round(K.clip(y_true, 0, 1))) + 1e-8)
    # from: `K.sum(K.round(K.clip(y_true, 0, 1)))` made here, exactly 0 where nothing matches


def f1(y_true, y_pred):
    p, r = precision(y_true, y_pred), recall(y_true, y_pred)
    return 2 * ((p * r) / (p + r + K.epsilon()))


def rmse(y_true, y_pred):
    return K.sqrt(K.mean(K.square(y_pred - y_true), axis=-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `K.mean(K.square(…), axis=-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): K.sqrt(K.maximum(K.mean(K.square(y_pred - y_true), axis=-1), 1e-10))
    # or (unsafe): K.sqrt(K.mean(K.square(y_pred - y_true), axis=-1) + 1e-8)


def rmsle(y_true, y_pred):
    first = K.log(K.clip(y_pred, K.epsilon(), None) + 1.0)
    second = K.log(K.clip(y_true, _EPSILON, np.inf) + 1.0)
    return K.sqrt(K.mean(K.square(first - second), axis=-1) + 1e-9)


def mape_bare(y_true, y_pred):
    return 100.0 * K.mean(K.abs((y_true - y_pred) / y_true), axis=-1)


def correlation(y_true, y_pred):
    x, y = y_true - K.mean(y_true), y_pred - K.mean(y_pred)
    loose = K.sum(x * y) / (K.sqrt(K.sum(K.square(x)) * K.sum(K.square(y))))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(K.sqrt(…))` is a product of norms, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): K.sum(x * y) / (K.sqrt(K.maximum(K.sum(K.square(x)) * K.sum(K.square(y)), 1e-12)))
    # from: `K.sqrt(K.sum(K.square(x)) * K.sum(K.square(y)))` made here, exactly 0 for a vector of zeros
    tight = K.sum(x * y) / (K.sqrt(K.sum(K.square(x)) * K.sum(K.square(y)) + 1e-8))
    return 1 - K.square(K.maximum(K.minimum(loose, 1.0), -1.0)) + 0 * tight


def euclidean_distance(vects):
    x, y = vects
    total = K.sum(K.square(x - y), axis=1, keepdims=True)
    return K.sqrt(K.maximum(total, K.epsilon()))


def euclidean_distance_bare(vects):
    x, y = vects
    return K.sqrt(K.sum(K.square(x - y), axis=1, keepdims=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `K.sum(…)` can be 0, as an exponential can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): K.sqrt(K.maximum(K.sum(K.square(x - y), axis=1, keepdims=True), 1e-10))
    # or (unsafe): K.sqrt(K.sum(K.square(x - y), axis=1, keepdims=True) + 1e-8)
    # from: `K.exp(z_log_var / 2)` made here, exactly 0 in float32 for inputs below -87
    # from: `Lambda(sampling, output_shape=(latent,))([mean, log_var])` returned by this call
    # from: `K.square(x - y)` made here, values in [0, inf]


def sampling(args, stddev=1.0):
    z_mean, z_log_var = args
    epsilon = K.random_normal(shape=(K.shape(z_mean)[0], K.int_shape(z_mean)[1]), stddev=stddev)
    return z_mean + K.exp(z_log_var / 2) * epsilon
    #               ^^^^^^^^^^^^^^^^^^^^ NAN104 information: `z_log_var / 2` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): K.exp(K.minimum(z_log_var / 2, 30.0))
    # from: `Dense(latent, name="log_var")(x)` made here, unbounded


class NaNWatch(Callback):
    def on_batch_end(self, batch, logs=None):
        loss = (logs or {}).get("loss")
        if loss is not None and (np.isnan(loss) or np.isinf(loss)):
            self.model.stop_training = True


def build(shape=(64, 64, 3), classes=10, latent=8):
    image = Input(shape=shape, name="image")
    x = Conv2D(32, (3, 3), padding="same", kernel_regularizer=regularizers.l2(1e-4))(image)
    x = Activation("relu")(BatchNormalization(axis=-1, epsilon=1e-3)(x))
    x = add([x, Conv2D(32, 1)(image)])
    x = Dropout(0.5)(Flatten()(x))
    mean, log_var = Dense(latent)(x), Dense(latent, name="log_var")(x)
    z = Lambda(sampling, output_shape=(latent,))([mean, log_var])
    near = Lambda(euclidean_distance)([mean, z])
    far = Lambda(euclidean_distance_bare)([mean, z])
    label = Dense(classes, activation="softmax", name="label")(concatenate([z, near, far]))
    mask = Dense(1, activation="sigmoid", name="mask")(z)
    reveal_range(label)  # [0, 1] float32 takes 0, 1
    reveal_range(mask)  # [0, 1] float32 takes 0, 1
    model = Model(inputs=[image], outputs=[label, mask, mean])
    kl = -0.5 * K.mean(1 + log_var - K.square(mean) - K.exp(log_var), axis=-1)
    #                                                 ^^^^^^^^^^^^^^ NAN104 information: `log_var` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): log_var = K.minimum(log_var, 30.0)
    # adds: log_var = K.minimum(log_var, 30.0)
    # or (unsafe): K.exp(K.minimum(log_var, 30.0))
    # from: `Dense(latent, name="log_var")(x)` made here, unbounded
    model.add_loss(K.mean(kl))
    model.compile(
        optimizer=optimizers.Adam(lr=1e-4, clipnorm=1.0, decay=1e-6),
        loss=[weighted_crossentropy(np.ones(classes)), focal_loss(gamma=2), rmse],
        loss_weights=[1.0, 0.5, 0.1],
        metrics={"mask": [precision, recall, f1]},
    )
    return model, [NaNWatch(), ReduceLROnPlateau(patience=3), LambdaCallback(on_epoch_end=lambda e, logs: print(e))]

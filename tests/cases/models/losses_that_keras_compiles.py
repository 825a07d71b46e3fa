"""Keras calls what `compile(loss=...)` is given with the labels and the model's output: a softmax is one there too."""

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K
from tensorflow.keras import layers
from tensorflow.keras.layers import Activation, Dense, Input
from tensorflow.keras.models import Model, Sequential


def focal(gamma=2.0):
    def loss(y_true, y_pred):
        return -K.sum(y_true * K.pow(1 - y_pred, gamma) * K.log(y_pred))
        #                                                 ^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a softmax

    return loss


def layers_that_are_added():
    model = Sequential()
    model.add(Dense(10, input_shape=(4,)))
    model.add(Activation("softmax"))
    model.compile(loss=focal(2.0), optimizer="adam")
    return model


class Discriminator:
    def __init__(self):
        self.model = self.make()
        self.model.compile(loss=self.score, optimizer="adam")

    def make(self):
        features = Input((4,))
        return Model(inputs=features, outputs=Dense(1, activation="sigmoid")(features))

    def score(self, y_true, y_pred):
        return K.mean(K.log(y_pred) * y_true)
        #             ^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a sigmoid


features = Input((3,))
classes, value = Dense(3, activation="softmax", name="classes")(features), Dense(1)(features)


def of_the_first_output(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))
    #                       ^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a softmax


def by_its_name(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))
    #                       ^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a softmax


Model(features, [classes, value]).compile("adam", loss=[of_the_first_output, "mse"])
Model(features, {"classes": classes, "value": value}).compile("adam", loss={"classes": by_its_name, "value": "mse"})


class Classifier(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = Dense(3, activation="softmax")

    def call(self, x):
        return self.out(x)


class Entropy(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return -tf.reduce_sum(y_pred * tf.math.log(y_pred), axis=-1)
        #                              ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a softmax


classifier = Classifier()
classifier.compile("adam", loss=Entropy())


def of_the_trained_model(x):
    p = classifier.predict(x)
    return -(p * np.log(p)).sum()
    #            ^^^^^^^^^ NAN101 warning: `p` is a softmax


def masked(y_true, y_pred):
    p = K.clip(y_pred, K.epsilon(), 1 - K.epsilon())
    return -K.mean(y_true * K.log(p))


def positive(y_true, y_pred):
    return tf.reduce_mean(tf.math.log(y_pred) + y_true / y_pred)


Sequential([Dense(3, activation="softmax")]).compile("adam", loss=masked)
Sequential([Dense(3), layers.Lambda(lambda z: tf.nn.softplus(z) + 1e-3)]).compile("adam", loss=positive)


def of_an_unknown_model(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))
    #                       ^^^^^^^^^^^^^ NAN101 information: nothing here shows


def trained(model):
    model.compile("adam", loss=of_an_unknown_model)

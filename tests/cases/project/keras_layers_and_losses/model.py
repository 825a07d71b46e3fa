# The model that joins the layers and the losses of two other files.

from layers import Normalise, Squash
from losses import entropy_loss, recall_loss
from tensorflow import keras

i = keras.Input((16,))
h = keras.layers.Dense(16, activation="relu")(i)
h = Normalise()(h)
c = Squash()(h)
o = keras.layers.Dense(4, activation="softmax")(c)
m = keras.Model(i, [o, h])
m.compile("adam", loss=[entropy_loss, recall_loss])

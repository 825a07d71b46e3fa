import keras
from keras import ops


class Standardise(keras.layers.Layer):
    def call(self, x):
        centred = x - ops.mean(x, axis=0)
        return centred / ops.std(x, axis=0)  # NAN


model = keras.Sequential([Standardise(), keras.layers.Dense(1)])
model.compile("sgd", loss="mse")
model.fit(ops.ones([4, 2]), ops.ones([4, 1]), epochs=2, callbacks=[keras.callbacks.TerminateOnNaN()])

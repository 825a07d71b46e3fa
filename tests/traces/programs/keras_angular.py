import keras
import numpy as np
from keras import ops


def unit(x):
    return x / ops.sqrt(ops.sum(ops.square(x), axis=-1, keepdims=True) + 1e-12)


@keras.saving.register_keras_serializable()
def angular_error(y_true, y_pred):
    cosine = ops.sum(unit(y_true) * unit(y_pred), axis=-1)
    cosine = ops.clip(cosine, -1.0, 1.0)
    return ops.mean(ops.arccos(cosine))  # NAN


model = keras.Sequential([keras.layers.Dense(3, use_bias=False, kernel_initializer="identity")])
model.compile(optimizer=keras.optimizers.SGD(0.01), loss=angular_error)
normals = np.eye(3, dtype="float32")
losses = model.fit(normals, normals, epochs=3, verbose=0, callbacks=[keras.callbacks.TerminateOnNaN()]).history["loss"]
for epoch, loss in enumerate(losses):
    print(f"Epoch {epoch + 1}/3 - loss: {loss:.4f}")

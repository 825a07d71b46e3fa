import keras
import numpy as np
from keras import layers, ops


class SoftIoU(keras.losses.Loss):
    def __init__(self, weight=1.0):
        super().__init__(name="soft_iou")
        self.weight = weight

    def call(self, y_true, y_pred):
        overlap = ops.sum(y_true * y_pred, axis=(1, 2))
        union = ops.sum(y_true + y_pred, axis=(1, 2)) - overlap
        return self.weight * (1.0 - overlap / union)  # NAN


inputs = layers.Input((8, 8, 1))
hidden = layers.Conv2D(4, 3, padding="same", activation="relu")(inputs)
outputs = layers.Conv2D(1, 1, activation="relu")(hidden)
model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss=SoftIoU())
images = np.random.default_rng(0).random((6, 8, 8, 1)).astype("float32")
masks = (images > 0.5).astype("float32")
images[4:], masks[4:] = 0.0, 0.0
history = model.fit(images, masks, batch_size=2, epochs=2, verbose=2, callbacks=[keras.callbacks.TerminateOnNaN()])
print(history.history["loss"])

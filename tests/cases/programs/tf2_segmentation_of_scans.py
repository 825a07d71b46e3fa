# Segmentation of scans: Dice, Tversky and focal losses, metrics that keep sums, augmentation in tf.data, mixed precision.

from typing import Callable, Dict

import tensorflow as tf
from tensorflow.keras.losses import Loss
from tensorflow.keras.metrics import Metric

AUTOTUNE = tf.data.AUTOTUNE
LOSSES: Dict[str, Callable] = {}


def register(name):
    def wrap(fn):
        LOSSES[name] = fn
        return fn

    return wrap


@register("dice")
def dice_loss(y_true, y_pred, smooth=1.0):
    y_true, y_pred = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
    intersection = tf.reduce_sum(y_true * y_pred)
    return 1 - (2.0 * intersection + smooth) / (tf.reduce_sum(y_true) + tf.reduce_sum(y_pred) + smooth)


@register("dice_bare")
def bare_dice_loss(y_true, y_pred):
    numerator = 2 * tf.reduce_sum(y_true * y_pred, axis=(1, 2, 3))
    return 1 - numerator / tf.reduce_sum(y_true + y_pred, axis=(1, 2, 3))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_sum(…)` can be 0 where both sets are empty: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): tf.math.divide_no_nan(numerator, tf.reduce_sum(y_true + y_pred, axis=(1, 2, 3)))


@register("log_dice")
def log_dice(y_true, y_pred, gamma=0.3):
    dice = 1.0 - dice_loss(y_true, y_pred, smooth=1e-5)
    # FIXME: NAN301: the logarithm is 0 where all is right, and the power has an infinite gradient there
    return tf.pow(-tf.math.log(tf.maximum(dice, 1e-7)), gamma)


class Tversky(Loss):
    def __init__(self, alpha=0.7, gamma=0.75, smooth=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.alpha, self.gamma, self.smooth = alpha, gamma, smooth

    def call(self, y_true, y_pred):
        tp = tf.reduce_sum(y_true * y_pred)
        fn = tf.reduce_sum(y_true * (1.0 - y_pred))
        fp = tf.reduce_sum((1.0 - y_true) * y_pred)
        index = (tp + self.smooth) / (tp + self.alpha * fn + (1 - self.alpha) * fp + self.smooth)
        return tf.pow(1.0 - index, self.gamma)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `1.0 - index` stays above 0: x ** 0.75 has an infinite gradient at 0
        # fixed (unsafe): tf.pow(tf.maximum(1.0 - index, 1e-10), self.gamma)


class Focal(Loss):
    def __init__(self, gamma=2.0, from_logits=False, clip=True, name="focal"):
        super().__init__(name=name)
        self.gamma, self.from_logits, self.clip = gamma, from_logits, clip

    def call(self, y_true, y_pred):
        p = tf.sigmoid(y_pred) if self.from_logits else y_pred
        if self.clip:
            p = tf.clip_by_value(p, tf.keras.backend.epsilon(), 1 - tf.keras.backend.epsilon())
        p_t = tf.where(tf.equal(y_true, 1), p, 1 - p)
        return -tf.reduce_mean((1 - p_t) ** self.gamma * tf.math.log(p_t))
        #                                                ^^^^^^^^^^^^^^^^ NAN101 warning: `p_t` can be 0, as a sigmoid is for inputs below -87: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.maximum(p_t, 1e-10))
        # from: `tf.sigmoid(y_pred)` made here, exactly 0 in float32 for inputs below -87
        # from: `p = tf.clip_by_value(p, tf.keras.backend.epsilon(), 1 - tf.keras.backend.epsilon())` goes into `p` here
        # from: `p_t = tf.where(tf.equal(y_true, 1), p, 1 - p)` goes into `p_t` here


class MeanDice(Metric):
    def __init__(self, classes, name="mean_dice", **kwargs):
        super().__init__(name=name, **kwargs)
        self.hits = self.add_weight(name="hits", shape=(classes,), initializer="zeros")
        self.sizes = self.add_weight(name="sizes", shape=(classes,), initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_pred = tf.cast(y_pred > 0.5, tf.float32)
        self.hits.assign_add(tf.reduce_sum(y_true * y_pred, axis=[0, 1, 2]))
        self.sizes.assign_add(tf.reduce_sum(y_true + y_pred, axis=[0, 1, 2]))

    def result(self):
        return tf.reduce_mean(2 * self.hits / self.sizes), tf.reduce_mean(
            tf.math.divide_no_nan(2 * self.hits, self.sizes)
        )

    def reset_state(self):
        for v in (self.hits, self.sizes):
            v.assign(tf.zeros_like(v))


def normalise(image, label, kind="zscore"):
    image = tf.cast(image, tf.float32)
    if kind == "zscore":
        image = (image - tf.reduce_mean(image)) / tf.math.reduce_std(image)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.math.reduce_std(…)` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): (image - tf.reduce_mean(image)) / tf.sqrt(tf.maximum(tf.math.reduce_variance(image), 1e-12))
        # from: `tf.math.reduce_std(image)` made here, exactly 0 where all elements are equal
    elif kind == "minmax":
        low, high = tf.reduce_min(image), tf.reduce_max(image)
        image = (image - low) / tf.maximum(high - low, 1e-6)
    elif kind == "gamma":
        image = tf.pow(tf.clip_by_value(image / 255.0, 0.0, 1.0), tf.random.uniform([], 0.5, 2.0))
    else:
        image = tf.image.per_image_standardization(image)
    return image, label


def pipeline(images, labels, batch=8):
    data = tf.data.Dataset.from_tensor_slices((images, labels))
    return data.shuffle(1024).map(normalise, num_parallel_calls=AUTOTUNE).batch(batch).prefetch(AUTOTUNE)


def unet(channels=1, base=16, classes=1):
    inputs = tf.keras.Input((None, None, channels))
    x = tf.keras.layers.Conv2D(base, 3, padding="same", activation="relu")(inputs)
    gate = tf.keras.layers.Conv2D(base, 1, activation=tf.keras.activations.hard_sigmoid)(x)
    x = tf.keras.layers.Multiply()([x, gate])
    outputs = tf.keras.layers.Conv2D(classes, 1, activation="sigmoid", dtype="float32")(x)
    return tf.keras.Model(inputs=inputs, outputs=outputs)


def fit(images, labels, kind="tversky"):
    tf.keras.mixed_precision.set_global_policy("mixed_float16")
    model = unet()
    loss = {"tversky": Tversky(), "focal": Focal(clip=False)}.get(kind) or LOSSES[kind]
    model.compile("adam", loss=loss, metrics=[MeanDice(1)])
    prediction = model(images)
    reveal_range(prediction)  # [0, 1] float32 takes 0, 1
    weighted = -tf.reduce_sum(labels * tf.math.log(prediction)) / tf.reduce_sum(labels)
    #                                  ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `prediction` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(prediction, 1e-10, 1.0))
    # or (unsafe): tf.math.log(prediction + 1e-8)
    # from: `tf.keras.layers.Conv2D(classes, 1, activation="sigmoid", dtype="float32")(x)` made here, exactly 0 in float32 for inputs below -87
    # from: `model(images)` returned by this call
    balance = tf.reduce_mean(labels)
    beta = tf.where(balance > 0, (1 - balance) / balance, 1.0)
    print("warm", weighted, beta, tf.math.log(prediction + 1e-7))
    return model.fit(pipeline(images, labels), callbacks=[tf.keras.callbacks.TerminateOnNaN()])

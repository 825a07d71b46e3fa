"""A generative adversarial network trained with GradientTape: losses in several modes, the penalty of a critic, path lengths."""

from dataclasses import dataclass, replace

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


@dataclass(frozen=True)
class Settings:
    latent: int = 64
    mode: str = "wgan-gp"
    gp_weight: float = 10.0
    eps: float = 1e-6


def generator(latent):
    return keras.Sequential(
        [
            layers.Input((latent,)),
            layers.Dense(7 * 7 * 64, use_bias=False),
            layers.BatchNormalization(),
            layers.LeakyReLU(0.2),
            layers.Reshape((7, 7, 64)),
            layers.Conv2DTranspose(1, 4, strides=4, padding="same", activation="tanh"),
        ]
    )


def critic():
    inputs = layers.Input((28, 28, 1))
    x = layers.Conv2D(32, 4, 2, "same", activation=tf.nn.leaky_relu)(inputs)
    x = layers.Flatten()(x)
    return keras.Model(inputs, layers.Dense(1)(x))


class PixelNorm(layers.Layer):
    def __init__(self, epsilon=1e-8, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def call(self, x):
        return x * tf.math.rsqrt(tf.reduce_mean(tf.square(x), axis=-1, keepdims=True) + self.epsilon)


class MinibatchStd(layers.Layer):
    def call(self, x):
        mean = tf.reduce_mean(x, axis=0, keepdims=True)
        loose = tf.sqrt(tf.reduce_mean(tf.square(x - mean), axis=0))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.reduce_mean(…)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_mean(tf.square(x - mean), axis=0), 1e-10))
        # or (unsafe): tf.sqrt(tf.reduce_mean(tf.square(x - mean), axis=0) + 1e-8)
        safe = tf.sqrt(tf.reduce_mean(tf.math.squared_difference(x, mean), axis=0) + 1e-8)
        built_in = tf.math.reduce_std(x, axis=0)
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x` differs anywhere: the gradient of std is NaN at 0; keep its root above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.math.reduce_variance(x, axis=0), 1e-12))
        stacked = tf.stack([tf.reduce_mean(s) for s in (loose, safe, built_in)])
        return tf.concat([x, tf.fill(tf.shape(x[..., :1]), tf.reduce_sum(stacked))], axis=-1)


class GAN(keras.Model):
    def __init__(self, settings=None, **kwargs):
        super().__init__(**kwargs)
        self.settings = settings or Settings()
        self.g, self.d = generator(self.settings.latent), critic()
        self.ema = tf.Variable(0.0, trainable=False)

    def compile(self, g_optimizer, d_optimizer, **kwargs):
        super().compile(**kwargs)
        self.g_opt, self.d_opt = g_optimizer, d_optimizer

    def d_loss(self, real, fake):
        match self.settings.mode:
            case "minimax":
                p_real, p_fake = tf.sigmoid(real), tf.sigmoid(fake)
                return -tf.reduce_mean(tf.math.log(p_real) + tf.math.log(1.0 - p_fake))
                #                      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p_real` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
                # fixed: tf.math.log_sigmoid(real)
                # or: tf.math.log(tf.clip_by_value(p_real, 1e-10, 1.0))
                # from: `tf.sigmoid(real)` made here, exactly 0 in float32 for inputs below -87
                #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - p_fake` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
                # fixed: tf.math.log_sigmoid(-fake)
                # or: tf.math.log(tf.clip_by_value(1.0 - p_fake, 1e-10, 1.0))
                # from: `tf.sigmoid(fake)` made here, exactly 1 in float32 for inputs above 17
            case "floored":
                p_real, p_fake = (tf.clip_by_value(tf.sigmoid(s), 1e-6, 1 - 1e-6) for s in (real, fake))
                return -tf.reduce_mean(tf.math.log(p_real) + tf.math.log(1.0 - p_fake))
            case "hinge":
                return tf.reduce_mean(tf.nn.relu(1 - real)) + tf.reduce_mean(tf.nn.relu(1 + fake))
            case _:
                return tf.reduce_mean(fake) - tf.reduce_mean(real)

    def penalty(self, real, fake):
        alpha = tf.random.uniform([tf.shape(real)[0], 1, 1, 1])
        mixed = real + alpha * (fake - real)
        with tf.GradientTape() as tape:
            tape.watch(mixed)
            score = self.d(mixed, training=True)
        grads = tape.gradient(score, mixed)
        norm = tf.sqrt(tf.reduce_sum(tf.square(grads), axis=[1, 2, 3]))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(…)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(grads), axis=[1, 2, 3]), 1e-10))
        # or (unsafe): tf.sqrt(tf.reduce_sum(tf.square(grads), axis=[1, 2, 3]) + 1e-8)
        # from: `tape.gradient(score, mixed)` made here, exactly 0 where the output does not react to the input
        # from: `tf.square(grads)` made here, values in [0, inf]
        guarded = tf.sqrt(tf.reduce_sum(tf.square(grads), axis=[1, 2, 3]) + self.settings.eps)
        one_sided = tf.nn.relu(tf.norm(tf.reshape(grads, [tf.shape(grads)[0], -1]), axis=1) - 1.0)
        #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reshape(grads, […])` is a gradient and can be exactly 0: the gradient of a norm is NaN at 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(tf.reshape(grads, [tf.shape(grads)[0], -1])), axis=1), 1e-12))
        # from: `tape.gradient(score, mixed)` made here, exactly 0 where the output does not react to the input
        reveal_range(guarded)  # [0, inf] float32 or NaN
        return tf.reduce_mean((norm - 1.0) ** 2) + tf.reduce_mean((guarded - 1.0) ** 2) + tf.reduce_mean(one_sided)

    def path_length(self, w):
        with tf.GradientTape() as tape:
            tape.watch(w)
            images = self.g(w)
            noise = tf.random.normal(tf.shape(images)) / tf.sqrt(28.0 * 28.0)
            total = tf.reduce_sum(images * noise)
        (gradient,) = tape.gradient(total, [w])
        lengths = tf.sqrt(tf.reduce_mean(tf.reduce_sum(gradient**2, axis=-1), axis=-1))
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_mean(…)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_mean(tf.reduce_sum(gradient**2, axis=-1), axis=-1), 1e-10))
        # or (unsafe): tf.sqrt(tf.reduce_mean(tf.reduce_sum(gradient**2, axis=-1), axis=-1) + 1e-8)
        # from: `tape.gradient(total, [w])` made here, exactly 0 where the output does not react to the input
        self.ema.assign(0.99 * self.ema + 0.01 * tf.stop_gradient(tf.reduce_mean(lengths)))
        return tf.reduce_mean(tf.square(lengths - self.ema))

    @tf.function
    def train_step(self, real):
        if isinstance(real, tuple):
            real = real[0]
        z = tf.random.normal((tf.shape(real)[0], self.settings.latent))
        with tf.GradientTape(persistent=True) as tape:
            fake = self.g(z, training=True)
            d_loss = self.d_loss(self.d(real), self.d(fake))
            if self.settings.mode == "wgan-gp":
                d_loss += self.settings.gp_weight * self.penalty(real, fake)
            g_loss = -tf.reduce_mean(self.d(fake)) + self.path_length(z)
        for loss, net, opt in ((d_loss, self.d, self.d_opt), (g_loss, self.g, self.g_opt)):
            opt.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))
        del tape
        return {"d": d_loss, "g": g_loss}


if __name__ == "__main__":
    gan = GAN(replace(Settings(), mode="minimax"))
    gan.compile(keras.optimizers.Adam(1e-4, beta_1=0.0), d_optimizer=keras.optimizers.Adam(1e-4))

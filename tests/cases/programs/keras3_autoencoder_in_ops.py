"""A variational autoencoder of Keras 3 in keras.ops: a layer that samples, losses that are tracked, several divergences."""

import keras
from keras import layers, ops, random


@keras.saving.register_keras_serializable(package="vae")
class Sampling(layers.Layer):
    def __init__(self, seed=1337, bound=None, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = random.SeedGenerator(seed)
        self.bound = bound

    def call(self, inputs):
        mean, log_var = inputs
        if self.bound is not None:
            log_var = ops.clip(log_var, -self.bound, self.bound)
        eps = random.normal(ops.shape(mean), seed=self.seed_generator)
        return mean + ops.exp(0.5 * log_var) * eps
        #             ^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `0.5 * log_var` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): ops.exp(ops.minimum(0.5 * log_var, 30.0))
        # from: `layers.Dense(latent, name="z_log_var")(x)` made here, unbounded

    def get_config(self):
        return {**super().get_config(), "bound": self.bound}


def encoder(latent=2, bounded=False):
    inputs = keras.Input(shape=(28, 28, 1))
    x = layers.Conv2D(32, 3, activation="relu", strides=2, padding="same")(inputs)
    x = layers.Dense(16, activation="silu")(layers.Flatten()(x))
    mean = layers.Dense(latent, name="z_mean")(x)
    log_var = layers.Dense(latent, name="z_log_var")(x)
    if bounded:
        log_var = 6.0 * ops.tanh(log_var / 6.0)
    return keras.Model(inputs, [mean, log_var, Sampling(bound=10.0)([mean, log_var])], name="encoder")


def decoder(latent=2):
    return keras.Sequential(
        [
            keras.Input((latent,)),
            layers.Dense(7 * 7 * 16, activation="relu"),
            layers.Reshape((7, 7, 16)),
            layers.Conv2DTranspose(1, 3, activation="sigmoid", strides=4, padding="same"),
        ],
        name="decoder",
    )


def binary_crossentropy(x, p):
    return -(x * ops.log(p) + (1 - x) * ops.log(1 - p))
    #            ^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: ops.log(ops.clip(p, 1e-10, 1.0))
    #                                   ^^^^^^^^^^^^^^ NAN101 warning: `1 - p` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
    # fixed: ops.log(ops.clip(1 - p, 1e-10, 1.0))


def safe_binary_crossentropy(x, p, eps=None):
    eps = keras.config.epsilon() if eps is None else eps
    p = ops.clip(p, eps, 1.0 - eps)
    return -(x * ops.log(p) + (1 - x) * ops.log(1 - p))


def gaussian_nll(x, mean, std):
    return ops.log(std) + 0.5 * ops.square((x - mean) / std)


class VAE(keras.Model):
    def __init__(self, encoder, decoder, beta=1.0, kind="bernoulli", **kwargs):
        super().__init__(**kwargs)
        self.encoder, self.decoder = encoder, decoder
        self.beta, self.kind = beta, kind
        self.trackers = {n: keras.metrics.Mean(name=n) for n in ("loss", "reconstruction", "kl")}
        self.log_noise = self.add_weight(shape=(), initializer="zeros", name="log_noise")
        self.noise = self.add_weight(shape=(), initializer="ones", constraint=keras.constraints.NonNeg(), name="noise")

    @property
    def metrics(self):
        return list(self.trackers.values())

    def reconstruction(self, x, p):
        if self.kind == "bernoulli":
            per_pixel = binary_crossentropy(x, p)
        elif self.kind == "safe":
            per_pixel = safe_binary_crossentropy(x, p)
        elif self.kind == "gaussian":
            per_pixel = gaussian_nll(x, p, ops.exp(self.log_noise))
        elif self.kind == "softplus":
            per_pixel = gaussian_nll(x, p, ops.softplus(self.log_noise) + 1e-3)
        else:
            per_pixel = keras.losses.binary_crossentropy(x, p)[..., None]
        return ops.mean(ops.sum(per_pixel, axis=(1, 2)))

    def kl(self, mean, log_var):
        exact = -0.5 * (1 + log_var - ops.square(mean) - ops.exp(log_var))
        sigma = ops.exp(0.5 * log_var)
        other = 0.5 * (ops.square(sigma) + ops.square(mean) - 1.0 - 2.0 * ops.log(sigma))
        reveal_range(sigma)  # [0.049787052, 20.0855446] float32
        return ops.mean(ops.sum(exact, axis=1)), ops.mean(ops.sum(other, -1))

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        mean, log_var, z = self.encoder(x)
        p = self.decoder(z)
        reveal_range(p)  # [0, 1] float32 takes 0, 1
        reconstruction = self.reconstruction(x, p)
        kl, again = self.kl(mean, log_var)
        total = reconstruction + self.beta * (kl + again)
        for name, value in zip(self.trackers, (total, reconstruction, kl)):
            self.trackers[name].update_state(value)
        psnr = 10.0 * ops.log10(1.0 / ops.mean(ops.square(ops.stop_gradient(x - p))))
        penalty = ops.divide_no_nan(ops.sum(z), ops.sum(ops.cast(x > 0, "float32")))
        return total + 0.0 * psnr + 0.0 * penalty

    def call(self, x):
        return self.decoder(self.encoder(x)[2])


def js_divergence(p, q, guard=True):
    m = 0.5 * (p + q)
    if guard:
        p, q, m = (ops.maximum(t, 1e-7) for t in (p, q, m))
    return 0.5 * ops.sum(p * ops.log(p / m), -1) + 0.5 * ops.sum(q * ops.log(q / m), -1)
    #                        ^^^^^^^^^^^^^^ NAN101 warning: `p / m` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: (ops.log(ops.maximum(p, 1e-10)) - ops.log(ops.maximum(m, 1e-10)))
    # from: `ops.softmax(logits_a)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `a` passed as `p` here
    #                                ^^^^^ NAN102 warning: `m` can be 0, as a softmax is once a logit trails the largest by 87: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (ops.log(ops.maximum(p, 1e-10)) - ops.log(ops.maximum(m, 1e-10)))
    # adds: (ops.log(ops.maximum(p, 1e-10)) - ops.log(ops.maximum(m, 1e-10)))
    # from: `ops.softmax(logits_a)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `a` passed as `p` here
    #                                                                ^^^^^^^^^^^^^^ NAN101 warning: `q / m` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: (ops.log(ops.maximum(q, 1e-10)) - ops.log(ops.maximum(m, 1e-10)))
    # from: `ops.softmax(logits_b)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `b` passed as `q` here
    #                                                                        ^^^^^ NAN102 hint: `m` divides in `p / m` too, where it is told: what mends it where it is made mends both
    # fixed: (ops.log(ops.maximum(q, 1e-10)) - ops.log(ops.maximum(m, 1e-10)))
    # adds: (ops.log(ops.maximum(q, 1e-10)) - ops.log(ops.maximum(m, 1e-10)))


def symmetric(logits_a, logits_b):
    a, b = ops.softmax(logits_a), ops.softmax(logits_b)
    la, lb = ops.log_softmax(logits_a), ops.log_softmax(logits_b)
    hellinger = ops.sqrt(ops.sum(ops.square(ops.sqrt(a) - ops.sqrt(b)), -1)) / ops.sqrt(2.0)
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `ops.sum(ops.square(…), -1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): ops.sqrt(ops.maximum(ops.sum(ops.square(ops.sqrt(a) - ops.sqrt(b)), -1), 1e-10))
    # or (unsafe): ops.sqrt(ops.sum(ops.square(ops.sqrt(a) - ops.sqrt(b)), -1) + 1e-8)
    # from: `ops.softmax(logits_a)` made here, values in [0, 1]
    # from: `ops.sqrt(a)` made here, values in [0, 1.00000048]
    # from: `ops.square(ops.sqrt(a) - ops.sqrt(b))` made here, values in [0, 1.00000095]
    #                                       ^^^^^^^^^^^ NAN301 warning: `a` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): ops.sqrt(ops.clip(a, 1e-10, 1.0))
    # or (unsafe): ops.sqrt(a + 1e-8)
    # from: `ops.softmax(logits_a)` made here, exactly 0 in float32 once a logit trails the largest by 87
    #                                                     ^^^^^^^^^^^ NAN301 warning: `b` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): ops.sqrt(ops.clip(b, 1e-10, 1.0))
    # or (unsafe): ops.sqrt(b + 1e-8)
    # from: `ops.softmax(logits_b)` made here, exactly 0 in float32 once a logit trails the largest by 87
    return ops.sum((a - b) * (la - lb), axis=-1), js_divergence(a, b), js_divergence(a, b, guard=False), hellinger


vae = VAE(encoder(bounded=True), decoder(), kind="bernoulli")
vae.compile(optimizer=keras.optimizers.AdamW(learning_rate=1e-3, global_clipnorm=1.0))

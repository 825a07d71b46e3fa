"""A variational autoencoder as a class of TensorFlow 1: log-variances that a layer gives, reconstructions by hand, a GAN's losses."""

import tensorflow.compat.v1 as tf

tf.disable_eager_execution()


def lrelu(x, leak=0.2, name="lrelu"):
    with tf.name_scope(name):
        return 0.5 * (1 + leak) * x + 0.5 * (1 - leak) * tf.abs(x)


def linear(x, size, name, stddev=0.02, bias_start=0.0):
    with tf.variable_scope(name):
        w = tf.get_variable("w", [x.get_shape()[1], size], tf.float32, tf.random_normal_initializer(stddev=stddev))
        b = tf.get_variable("b", [size], initializer=tf.constant_initializer(bias_start))
        return tf.nn.xw_plus_b(x, w, b)


class VAE(object):
    def __init__(self, sess, architecture, transfer_fct=tf.nn.softplus, learning_rate=0.001, batch_size=100):
        self.sess = sess
        self.arch = architecture
        self.act = transfer_fct
        self.batch_size = batch_size
        self.x = tf.placeholder(tf.float32, [None, architecture["n_input"]])
        self._build()
        self._losses()
        self.optimizer = tf.train.AdamOptimizer(learning_rate=learning_rate).minimize(self.cost)

    def _encode(self, x):
        h = self.act(linear(x, self.arch["n_hidden"], "enc_h"))
        mean = linear(h, self.arch["n_z"], "enc_mean")
        log_sigma_sq = linear(h, self.arch["n_z"], "enc_logvar")
        sigma = tf.nn.softplus(linear(h, self.arch["n_z"], "enc_sigma"))
        return mean, log_sigma_sq, sigma

    def _decode(self, z, reuse=False):
        with tf.variable_scope("decoder", reuse=reuse):
            h = self.act(linear(z, self.arch["n_hidden"], "h"))
            return linear(h, self.arch["n_input"], "out")

    def _build(self):
        self.z_mean, self.z_log_sigma_sq, self.z_sigma = self._encode(self.x)
        eps = tf.random_normal(tf.shape(self.z_mean), 0, 1, dtype=tf.float32)
        self.z = tf.add(self.z_mean, tf.multiply(tf.sqrt(tf.exp(self.z_log_sigma_sq)), eps))
        #                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `tf.exp(…)` is an exponential and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.exp(self.z_log_sigma_sq), 1e-10))
        # or (unsafe): tf.sqrt(tf.exp(self.z_log_sigma_sq) + 1e-8)
        # from: `tf.exp(self.z_log_sigma_sq)` made here, exactly 0 in float32 for inputs below -87
        #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.z_log_sigma_sq` is a weighted sum, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): tf.exp(tf.minimum(self.z_log_sigma_sq, 30.0))
        # from: `tf.nn.xw_plus_b(x, w, b)` made here, unbounded
        # from: `linear(h, self.arch["n_z"], "enc_logvar")` returned by this call
        # from: `self.z_mean, self.z_log_sigma_sq, self.z_sigma = self._encode(self.x)` goes into `self.z_log_sigma_sq` here
        self.logits = self._decode(self.z)
        self.x_reconstr_mean = tf.sigmoid(self.logits)

    def _losses(self):
        p = self.x_reconstr_mean
        bernoulli = -tf.reduce_sum(self.x * tf.log(1e-10 + p) + (1 - self.x) * tf.log(1e-10 + 1 - p), 1)
        #                                                                      ^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1e-10 + 1` masks nothing: 1 + 1e-10 is exactly 1 in float32, and log(0) is -inf; add it last
        # fixed: tf.log(tf.maximum(1 - p, 1e-7))
        # from: `tf.sigmoid(self.logits)` made here, exactly 1 in float32 for inputs above 17
        # from: `p = self.x_reconstr_mean` goes into `p` here
        stable = tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=self.x, logits=self.logits), axis=1)
        clipped = tf.clip_by_value(p, 1e-7, 1 - 1e-7)
        bounded = -tf.reduce_sum(self.x * tf.log(clipped) + (1.0 - self.x) * tf.log(1.0 - clipped), axis=-1)
        latent = -0.5 * tf.reduce_sum(
            1 + self.z_log_sigma_sq - tf.square(self.z_mean) - tf.exp(self.z_log_sigma_sq), reduction_indices=1
            #                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.z_log_sigma_sq` is a weighted sum, which nothing bounds: exp overflows to Inf in float32
            # fixed (unsafe): tf.exp(tf.minimum(self.z_log_sigma_sq, 30.0))
            # from: `tf.nn.xw_plus_b(x, w, b)` made here, unbounded
            # from: `linear(h, self.arch["n_z"], "enc_logvar")` returned by this call
            # from: `self.z_mean, self.z_log_sigma_sq, self.z_sigma = self._encode(self.x)` goes into `self.z_log_sigma_sq` here
        )
        by_sigma = 0.5 * tf.reduce_sum(
            tf.square(self.z_mean) + tf.square(self.z_sigma) - tf.log(tf.square(self.z_sigma)) - 1, [1]
            #                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.square(self.z_sigma)` can be 0, as a softplus is for inputs below -87: log(0) is -inf; keep it above 0
            # fixed: tf.log(tf.maximum(tf.square(self.z_sigma), 1e-10))
            # or (unsafe): tf.log(tf.square(self.z_sigma) + 1e-8)
            # from: `tf.nn.softplus(linear(h, self.arch["n_z"], "enc_sigma"))` made here, exactly 0 in float32 for inputs below -87
            # from: `self.z_mean, self.z_log_sigma_sq, self.z_sigma = self._encode(self.x)` goes into `self.z_sigma` here
            # from: `tf.square(self.z_sigma)` made here, values in [0, inf]
        )
        by_floor = 0.5 * tf.reduce_sum(
            tf.square(self.z_mean) + tf.square(self.z_sigma) - tf.log(1e-8 + tf.square(self.z_sigma)) - 1, [1]
        )
        reveal_range(self.z_sigma)  # [0, inf] float32 takes 0, 10000
        reveal_range(clipped)  # [1.00000001e-07, 0.999999881] float32 takes 1.00000001e-07, 0.999999881
        self.parts = [bernoulli, stable, bounded]
        self.cost = tf.reduce_mean(tf.add_n(self.parts) + latent + by_sigma + by_floor)

    def partial_fit(self, batch):
        _, cost = self.sess.run((self.optimizer, self.cost), feed_dict={self.x: batch})
        return cost


class AdversarialVAE(VAE):
    """Adds a discriminator whose losses stand in three spellings."""

    def _discriminate(self, x, reuse=tf.AUTO_REUSE):
        with tf.variable_scope("disc", reuse=reuse):
            h = lrelu(linear(x, 256, "h0"))
            logit = linear(h, 1, "h1")
        return tf.nn.sigmoid(logit), logit

    def _losses(self):
        super(AdversarialVAE, self)._losses()
        d_real, real_logit = self._discriminate(self.x)
        d_fake, fake_logit = self._discriminate(self.x_reconstr_mean)
        self.d_loss = -tf.reduce_mean(tf.log(d_real) + tf.log(1.0 - d_fake))
        #                             ^^^^^^^^^^^^^^ NAN101 warning: `d_real` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
        # fixed: tf.log(tf.clip_by_value(d_real, 1e-10, 1.0))
        # or (unsafe): tf.log(d_real + 1e-8)
        # from: `tf.nn.sigmoid(logit)` made here, exactly 0 in float32 for inputs below -87
        # from: `d_real, real_logit = self._discriminate(self.x)` goes into `d_real` here
        #                                              ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - d_fake` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
        # fixed: tf.log(tf.clip_by_value(1.0 - d_fake, 1e-10, 1.0))
        # from: `tf.nn.sigmoid(logit)` made here, exactly 1 in float32 for inputs above 17
        # from: `d_fake, fake_logit = self._discriminate(self.x_reconstr_mean)` goes into `d_fake` here
        self.g_loss = -tf.reduce_mean(tf.log(tf.maximum(d_fake, 1e-6)))
        self.d_safe = tf.reduce_mean(tf.nn.softplus(-real_logit) + tf.nn.softplus(fake_logit))
        alpha = tf.random_uniform([self.batch_size, 1], 0.0, 1.0)
        between = alpha * self.x + (1 - alpha) * self.x_reconstr_mean
        (grad,) = tf.gradients(self._discriminate(between)[1], [between])
        slopes = tf.sqrt(tf.reduce_sum(tf.square(grad), reduction_indices=[1]))
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(…)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(grad), reduction_indices=[1]), 1e-10))
        # or (unsafe): tf.sqrt(tf.reduce_sum(tf.square(grad), reduction_indices=[1]) + 1e-8)
        # from: `tf.gradients(self._discriminate(between)[1], [between])` made here, exactly 0 where the output does not react to the input
        # from: `tf.square(grad)` made here, values in [0, inf]
        safe_slopes = tf.sqrt(tf.reduce_sum(grad**2, axis=1) + 1e-12)
        self.penalty = tf.reduce_mean((slopes - 1.0) ** 2)
        self.safe_penalty = tf.reduce_mean(tf.squared_difference(safe_slopes, 1.0))
        self.cost += 0.1 * self.g_loss + 10 * self.penalty

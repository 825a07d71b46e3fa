# Regression for counts and for survival times: negative binomials, zero inflation, hazards, quantiles, Weibull, Gamma.

import tensorflow as tf
from tensorflow.experimental import numpy as tnp
from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Concatenate, Dense, Dropout, Lambda

EPS = tf.constant(1e-8)


def nb_nll(y, mu, theta, eps=1e-8):
    log_theta_mu = tf.math.log(theta + mu + eps)
    res = (
        theta * (tf.math.log(theta + eps) - log_theta_mu)
        + y * (tf.math.log(mu + eps) - log_theta_mu)
        + tf.math.lgamma(y + theta)
        - tf.math.lgamma(theta)
        # ^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `theta` is a softplus and can be exactly 0: lgamma is infinite at 0 and at every negative integer
        # fixed: nothing
        # from: `Dense(1, "softplus")(h)` made here, exactly 0 in float32 for inputs below -87
        # from: `mu, theta, pi, sigma = tf.unstack(model(inputs), axis=1)` goes into `theta` here
        # from: `theta` passed as `theta` here
        # from: `theta` passed as `theta` here
        - tf.math.lgamma(y + 1)
    )
    return -tf.reduce_mean(res)


def zinb_nll(y, mu, theta, pi, ridge=0.0):
    nb = -nb_nll(y, mu, theta) - tf.math.log(1.0 - pi)
    #                            ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - pi` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(1.0 - pi, 1e-10, 1.0))
    # from: `Dense(1, activation="sigmoid")(h)` made here, exactly 1 in float32 for inputs above 17
    # from: `mu, theta, pi, sigma = tf.unstack(model(inputs), axis=1)` goes into `pi` here
    # from: `pi` passed as `pi` here
    zero_nb = tf.pow(theta / (theta + mu + EPS), theta)
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `theta / (…)` can be 0, as a softplus can: x ** 0.5 has an infinite gradient at 0; keep it above 0
    zero_case = -tf.math.log(pi + (1.0 - pi) * zero_nb + EPS)
    result = tf.where(tf.less(y, 1e-8), zero_case, -nb)
    return tf.reduce_mean(result + ridge * tf.square(pi))


def weibull_nll(t, event, alpha, beta, floor=True):
    ratio = (t + 1e-9) / alpha
    #       ^^^^^^^^^^^^^^^^^^ NAN102 information: `alpha` is a softplus, exactly 0 for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): (t + 1e-9) / (alpha + 1e-8)
    # from: `Dense(1, "softplus")(h)` made here, exactly 0 in float32 for inputs below -87
    # from: `mu, theta, pi, sigma = tf.unstack(model(inputs), axis=1)` goes into `theta` here
    # from: `theta` passed as `alpha` here
    hazard = tf.math.log(beta) - tf.math.log(alpha) + (beta - 1.0) * tf.math.log(ratio)
    #        ^^^^^^^^^^^^^^^^^ NAN101 warning: `beta` can be 0 where an ELU is exactly -1 (for inputs below -17): log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.maximum(beta, 1e-10))
    #                            ^^^^^^^^^^^^^^^^^^ NAN101 warning: `alpha` is a softplus, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.maximum(alpha, 1e-7))
    #                                                                ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `ratio` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(ratio, 1e-10))
    if floor:
        safe = tf.maximum(alpha, 1e-3)
        ratio = t / safe
        hazard = tf.math.log(tf.maximum(beta, 1e-3)) - tf.math.log(safe) + (beta - 1) * tf.math.log(ratio + 1e-9)
    return -tf.reduce_mean(event * hazard - tf.pow(ratio, beta))


def gamma_deviance(y, mu):
    positive = tf.nn.softplus(mu) + 1e-3
    return 2 * tf.reduce_mean((y - positive) / positive - tf.math.log(y / positive))
    #                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `y / positive` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(y / positive, 1e-10))


def poisson(y, log_rate, full=False):
    loss = tf.exp(log_rate) - y * log_rate
    if full:
        # FIXME: labels have no derivative, and `where` replaces the values: nothing is wrong here
        stirling = y * tf.math.log(y) - y + 0.5 * tf.math.log(2 * 3.14159 * y)
        #              ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `y` stays above 0: log(0) is -inf
        # fixed: tf.math.log(tf.maximum(y, 1e-10))
        #                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `2 * 3.14159 * y` stays above 0: log(0) is -inf
        # fixed: tf.math.log(tf.maximum(2 * 3.14159 * y, 1e-10))
        loss += tf.where(y > 1, stirling, tf.zeros_like(y))
    return tf.reduce_mean(loss)


def poisson_full_safely(y, log_rate):
    y_safe = tf.where(y > 1, y, tf.ones_like(y))
    stirling = y_safe * tf.math.log(y_safe) - y_safe + 0.5 * tf.math.log(2 * 3.14159 * y_safe)
    rate = tf.exp(tf.clip_by_value(log_rate, -20.0, 20.0))
    return tf.reduce_mean(rate - y * log_rate + tf.where(y > 1, stirling, tf.zeros_like(y)))


def cox(risk, event):
    """Breslow's partial likelihood for rows that are sorted by falling time."""
    hazard = tf.exp(risk)
    #        ^^^^^^^^^^^^ NAN104 warning: nothing here keeps `risk` small enough: exp overflows to Inf in float32
    # fixed (unsafe): tf.exp(tf.minimum(risk, 30.0))
    # from: `Dense(1, activation=tf.exp)(h)` made here, values in [0, inf]
    # from: `mu, theta, pi, sigma = tf.unstack(model(inputs), axis=1)` goes into `mu` here
    # from: `mu` passed as `risk` here
    log_cumulative = tf.math.log(tf.cumsum(hazard))
    shifted = risk - tf.reduce_max(risk)
    stable = tf.math.log(tf.cumsum(tf.exp(shifted)) + 1e-7) + tf.reduce_max(risk)
    observed = tf.reduce_sum(event)
    plain = -tf.reduce_sum((risk - log_cumulative) * event) / observed
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `observed` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): tf.math.divide_no_nan(-tf.reduce_sum((risk - log_cumulative) * event), observed)
    return plain, -tf.reduce_sum((risk - stable) * event) / tf.maximum(observed, 1.0)


def discrete_hazards(logits, bins, event):
    h = tf.sigmoid(logits)
    reveal_range(1.0 - h)  # [0, 1] float32 takes 0, 1
    survival = tf.math.cumprod(1.0 - h, axis=1)
    alive = tf.gather(survival, bins, axis=1, batch_dims=1)
    dead = tf.gather(h, bins, batch_dims=1, axis=1)
    nll = -event * tf.math.log(dead) - (1 - event) * tf.math.log(alive)
    #              ^^^^^^^^^^^^^^^^^ NAN101 warning: `dead` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.gather(tf.math.log_sigmoid(logits), bins, batch_dims=1, axis=1)
    # or: tf.math.log(tf.clip_by_value(dead, 1e-10, 1.0))
    # or (unsafe): tf.math.log(dead + 1e-8)
    # from: `tf.sigmoid(logits)` made here, exactly 0 in float32 for inputs below -87
    # from: `dead = tf.gather(h, bins, batch_dims=1, axis=1)` goes into `dead` here
    #                                                ^^^^^^^^^^^^^^^^^^ NAN101 warning: `alive` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(alive, 1e-10, 1.0))
    # or (unsafe): tf.math.log(alive + 1e-8)
    # from: `tf.sigmoid(logits)` made here, exactly 1 in float32 for inputs above 17
    # from: `survival = tf.math.cumprod(1.0 - h, axis=1)` goes into `survival` here
    # from: `alive = tf.gather(survival, bins, axis=1, batch_dims=1)` goes into `alive` here
    kept = -event * tf.math.log(dead + 1e-7) - (1 - event) * tf.math.log(alive + 1e-7)
    return tf.reduce_mean(nll), tf.reduce_mean(kept)


def pinball(y, q, tau=(0.1, 0.5, 0.9)):
    e = y[..., None] - q
    t = tf.constant(tau)
    smooth = tf.where(e > 0, t * tf.sqrt(e), (t - 1) * e)
    return tf.reduce_mean(tf.maximum(t * e, (t - 1) * e)), tf.reduce_mean(smooth)


def crps(y, mu, sigma):
    z = (y - mu) / sigma
    #   ^^^^^^^^^^^^^^^^ NAN102 warning: `sigma` can be 0 where an ELU is exactly -1 (for inputs below -17): x / 0 is Inf or NaN; keep it away from 0
    # fixed: (y - mu) / tf.maximum(sigma, 1e-7)
    # or (unsafe): (y - mu) / (sigma + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(y - mu, sigma)
    # from: `tf.nn.elu(s)` made here, exactly -1 in float32 for inputs below -17
    # from: `Lambda(lambda s: tf.nn.elu(s) + 1.0)(Dense(1)(h))` returned by this call
    # from: `mu, theta, pi, sigma = tf.unstack(model(inputs), axis=1)` goes into `sigma` here
    # from: `sigma` passed as `sigma` here
    pdf = tf.exp(-0.5 * z**2) / tnp.sqrt(2 * tnp.pi)
    cdf = 0.5 * (1.0 + tf.math.erf(z / tnp.sqrt(2.0)))
    reveal_range(cdf)  # [0, 1] float32 or NaN
    return sigma * (z * (2 * cdf - 1) + 2 * pdf - 1 / tnp.sqrt(tnp.pi)), -tf.math.log(cdf), -tf.math.log1p(-cdf + 1e-6)


x = Input((12,))
h = Dropout(0.1)(Dense(64, "gelu")(x))
mu, theta = Dense(1, activation=tf.exp)(h), Dense(1, "softplus")(h)
pi = Dense(1, activation="sigmoid")(h)
sigma = Lambda(lambda s: tf.nn.elu(s) + 1.0)(Dense(1)(h))
model = Model(x, Concatenate()([mu, theta, pi, sigma]))


@tf.function
def train_step(inputs, y, event, opt=tf.keras.optimizers.legacy.Adam()):
    with tf.GradientTape() as tape:
        mu, theta, pi, sigma = tf.unstack(model(inputs), axis=1)
        reveal_range(sigma)  # [0, inf] float32 takes 0, 10001
        loss = nb_nll(y, mu, theta) + zinb_nll(y, mu, theta, pi, ridge=1e-3) + tf.reduce_mean(crps(y, mu, sigma)[0])
        loss += weibull_nll(y, event, theta, sigma) + gamma_deviance(y, mu) + sum(cox(mu, event))
    opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    return loss

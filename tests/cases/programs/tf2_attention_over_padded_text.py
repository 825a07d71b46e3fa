"""Layers of a transformer for padded text: attention masks in three spellings, pooled means, a layer norm, label smoothing."""

import tensorflow as tf

L = tf.keras.layers
NEG = -1e9


def padding_mask(ids, pad=0):
    return tf.cast(tf.math.equal(ids, pad), tf.float32)[:, tf.newaxis, tf.newaxis, :]


def positional(length, depth):
    position = tf.range(length, dtype=tf.float32)[:, None]
    rates = 1.0 / tf.pow(10000.0, tf.range(0, depth, 2, dtype=tf.float32) / depth)
    angles = position * rates
    return tf.concat([tf.sin(angles), tf.cos(angles)], axis=-1)


def scaled_dot_product(q, k, v, mask=None, style="add"):
    dk = tf.cast(tf.shape(k)[-1], q.dtype)
    logits = tf.matmul(q, k, transpose_b=True) / tf.math.sqrt(dk)
    if mask is not None:
        if style == "add":
            logits += mask * NEG
        elif style == "where":
            logits = tf.where(tf.cast(mask, tf.bool), tf.constant(float("-inf")), logits)
        elif style == "times":
            logits = logits + mask * float("-inf")
            #                 ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `float("-inf")` is -inf: if `mask` is 0 anywhere the product is 0 * Inf, NaN; use a finite mask
            # fixed (unsafe): mask * -1e9
    weights = tf.nn.softmax(logits, axis=-1)
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `logits` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): tf.where(tf.cast(mask, tf.bool), -1e9, logits)
    # adds: -1e9
    return weights @ v, weights


class MultiHead(L.Layer):
    def __init__(self, d_model, heads, *, style="add", **kw):
        super().__init__(**kw)
        assert d_model % heads == 0
        self.heads, self.depth, self.style = heads, d_model // heads, style
        self.wq, self.wk, self.wv, self.out = (L.Dense(d_model) for _ in range(4))

    def _split(self, x):
        return tf.transpose(tf.reshape(x, (tf.shape(x)[0], -1, self.heads, self.depth)), perm=[0, 2, 1, 3])

    def call(self, v, k=None, q=None, mask=None):
        k = v if k is None else k
        q = v if q is None else q
        heads, weights = scaled_dot_product(
            self._split(self.wq(q)), self._split(self.wk(k)), self._split(self.wv(v)), mask, self.style
        )
        heads = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), (tf.shape(v)[0], -1, self.heads * self.depth))
        entropy = -tf.reduce_sum(weights * tf.math.log(weights), axis=-1)
        #                                  ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `weights` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.clip_by_value(weights, 1e-10, 1.0))
        # or (unsafe): tf.math.log(weights + 1e-8)
        # from: `tf.nn.softmax(logits, axis=-1)` made here, exactly 0 in float32 once a logit trails the largest by 87
        # from: `heads, weights = scaled_dot_product( self._split(self.wq(q)), self._split(self.wk(k)), self._split(self.wv(v)), mask, self.style )` goes into `weights` here
        clean = -tf.reduce_sum(tf.math.xlogy(weights, weights), axis=-1)
        self.add_loss(1e-3 * tf.reduce_mean(entropy) + 1e-3 * tf.reduce_mean(clean))
        return self.out(heads)


class Norm(L.Layer):
    def build(self, shape):
        self.gamma = self.add_weight(name="gamma", shape=shape[-1:], initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape[-1:], initializer="zeros")

    def call(self, x, eps=1e-6):
        mean = tf.reduce_mean(x, axis=-1, keepdims=True)
        std = tf.math.reduce_std(x, axis=-1, keepdims=True)
        #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x` differs anywhere: the gradient of std is NaN at 0; keep its root above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.math.reduce_variance(x, axis=-1, keepdims=True), 1e-12))
        variance = tf.math.reduce_variance(x, -1, keepdims=True)
        good = (x - mean) * tf.math.rsqrt(variance + eps)
        return self.gamma * ((x - mean) / (std + eps)) + self.beta + good


class MeanPool(L.Layer):
    supports_masking = True

    def __init__(self, safe=True, **kwargs):
        super().__init__(**kwargs)
        self.safe = safe

    def call(self, inputs, mask=None):
        if mask is None:
            return tf.reduce_mean(inputs, axis=1)
        mask = tf.cast(mask, inputs.dtype)[..., tf.newaxis]
        total = tf.reduce_sum(inputs * mask, axis=1)
        count = tf.reduce_sum(mask, axis=1)
        if self.safe:
            return total / tf.maximum(count, 1.0)
        return total / count
        #      ^^^^^^^^^^^^^ NAN102 information: `count` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: nothing
        # or (unsafe): tf.math.divide_no_nan(total, count)


class Classifier(tf.keras.Model):
    def __init__(self, vocab, classes, d_model=128, blocks=2, styles=("add", "where", "times")):
        super().__init__()
        self.embed = L.Embedding(vocab, d_model, mask_zero=True)
        self.blocks = [MultiHead(d_model, 4, style=styles[i % len(styles)]) for i in range(blocks)]
        self.norms = [Norm() for _ in self.blocks]
        self.pools = [MeanPool(), MeanPool(safe=False)]
        self.head = L.Dense(classes, activation="softmax")

    def call(self, ids, training=False):
        x = self.embed(ids) * tf.math.sqrt(128.0) + positional(tf.shape(ids)[1], 128)
        mask = padding_mask(ids)
        for block, norm in zip(self.blocks, self.norms):
            x = norm(x + block(x, mask=mask))
        keep = tf.not_equal(ids, 0)
        pooled = tf.concat([pool(x, mask=keep) for pool in self.pools], axis=-1)
        probs = self.head(pooled)
        reveal_range(probs)  # [0, 1] float32 takes 0, 1
        return probs


def smoothed(labels, probs, smoothing=0.1):
    classes = tf.shape(probs)[-1]
    soft = tf.one_hot(labels, classes, on_value=1.0 - smoothing, off_value=smoothing / 10.0)
    return -tf.reduce_mean(tf.reduce_sum(soft * tf.math.log(probs), -1))
    #                                           ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `probs` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(probs, 1e-10))


def token_loss(labels, logits):
    per_token = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)
    mask = tf.cast(labels != 0, per_token.dtype)
    reveal_range(tf.reduce_sum(mask))  # [0, inf] float32 takes 0
    return tf.reduce_sum(per_token * mask) / tf.reduce_sum(mask), tf.math.divide_no_nan(
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_sum(mask)` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.reduce_sum(per_token * mask) / tf.maximum(tf.reduce_sum(mask), 1.0)
    # or (unsafe): tf.reduce_sum(per_token * mask) / (tf.reduce_sum(mask) + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(tf.reduce_sum(per_token * mask), tf.reduce_sum(mask))
    # from: `tf.reduce_sum(mask)` made here, exactly 0 where nothing matches
        tf.reduce_sum(per_token * mask), tf.reduce_sum(mask)
    )


@tf.function(jit_compile=True)
def step(model, opt, ids, labels):
    with tf.GradientTape() as tape:
        loss = smoothed(labels, model(ids, training=True)) + tf.add_n(model.losses)
    opt.minimize(loss, model.trainable_variables, tape=tape)
    return loss

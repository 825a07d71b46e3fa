"""Layers, regularisers, constraints, metrics and a training step of Keras 3 over TensorFlow, in the habits of its own guides."""

import keras
import tensorflow as tf
from keras import ops
from keras.src import backend as _backend


class GRN(keras.layers.Layer):
    """Global response normalisation."""

    def __init__(self, eps=1e-6, **kw):
        super().__init__(**kw)
        self.eps = eps

    def build(self, shape):
        self.gamma = self.add_weight(shape=(shape[-1],), initializer="zeros", name="gamma")

    def call(self, x):
        gx = ops.norm(x, axis=(1, 2), keepdims=True)
        #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
        # fixed (unsafe): ops.sqrt(ops.maximum(ops.sum(ops.square(x), axis=(1, 2), keepdims=True), 1e-12))
        nx = gx / (ops.mean(gx, axis=-1, keepdims=True) + self.eps)
        return x + self.gamma * (x * nx)


class RMSNorm(keras.layers.Layer):
    def call(self, x, bare=False):
        ms = ops.mean(ops.square(x), axis=-1, keepdims=True)
        if bare:
            return x * ops.rsqrt(ms)
            #          ^^^^^^^^^^^^^ NAN103 information: nothing here shows that `ms` stays above 0: rsqrt(0) is Inf
            # fixed: ops.rsqrt(ops.maximum(ms, 1e-10))
            # or (unsafe): ops.rsqrt(ms + 1e-8)
        return x * ops.rsqrt(ms + keras.backend.epsilon())


class WeightStandardised(keras.layers.Dense):
    def call(self, x):
        k = self.kernel
        mean, var = ops.moments(k, axes=[0], keepdims=True)
        k = (k - mean) / ops.sqrt(var + 1e-5)
        return ops.add(ops.matmul(x, k), self.bias)


class Temperature(keras.layers.Layer):
    def build(self, _):
        self.t = self.add_weight(shape=(), initializer=keras.initializers.Constant(1.0), constraint="non_neg", name="t")
        self.log_t = self.add_weight(shape=(), initializer="zeros", name="log_t")

    def call(self, logits):
        return logits / self.t, logits / ops.softplus(self.t), logits / (ops.softplus(self.log_t) + 1e-2)
        #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `ops.softplus(self.t)` is a softplus, exactly 0 for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
        # fixed: logits / ops.maximum(ops.softplus(self.t), 1e-7)
        # or (unsafe): logits / (ops.softplus(self.t) + 1e-8)
        # or (unsafe): ops.divide_no_nan(logits, ops.softplus(self.t))
        # from: `ops.softplus(self.t)` made here, exactly 0 in float32 for inputs below -87


class UnitRows(keras.constraints.Constraint):
    def __init__(self, safe=True):
        self.safe = safe

    def __call__(self, w):
        norms = ops.sqrt(ops.sum(ops.square(w), axis=1, keepdims=True))
        return w / (norms + 1e-7) if self.safe else w / norms
        #                                           ^^^^^^^^^ NAN102 warning: `norms` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): norms = ops.sqrt(ops.maximum(ops.sum(ops.square(w), axis=1, keepdims=True), 1e-12))
        # adds: ops.maximum(
        # adds: , 1e-12)
        # from: `ops.sqrt(ops.sum(ops.square(w), axis=1, keepdims=True))` made here, exactly 0 for a vector of zeros


class Orthogonal(keras.regularizers.Regularizer):
    def __init__(self, factor=0.01):
        self.factor = factor

    def __call__(self, inputs):
        gram = ops.matmul(inputs, ops.transpose(inputs))
        diag = ops.sqrt(ops.diagonal(gram))
        cosine = gram / ops.outer(diag, diag)
        rows = ops.normalize(inputs, axis=1)
        reveal_range(
            ops.matmul(rows, ops.transpose(rows))
        )  # [-1.0000004, 1.0000004] float32 takes -1.0000002, 1.0000002
        return self.factor * (ops.sum(ops.abs(cosine)) + ops.sum(ops.abs(ops.matmul(rows, ops.transpose(rows)))))


class Perplexity(keras.metrics.Metric):
    def __init__(self, ignore=0, name="perplexity", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_variable(shape=(), initializer="zeros", name="total")
        self.count = self.add_variable(shape=(), initializer="zeros", name="count")
        self.ignore = ignore

    def update_state(self, y_true, y_pred, sample_weight=None):
        losses = keras.losses.sparse_categorical_crossentropy(y_true, y_pred)
        mask = ops.cast(ops.not_equal(y_true, self.ignore), losses.dtype)
        self.total.assign(self.total + ops.sum(losses * mask))
        self.count.assign_add(ops.sum(mask))

    def result(self):
        return ops.exp(ops.divide_no_nan(self.total, self.count))


class Distiller(keras.Model):
    def __init__(self, student, teacher, temperature=3.0, alpha=0.1):
        super().__init__()
        self.student, self.teacher = student, teacher
        self.temperature, self.alpha = temperature, alpha
        self.log_vars = [self.add_weight(shape=(), initializer="zeros") for _ in range(2)]

    def soft_loss(self, teacher_logits, student_logits):
        t = ops.softmax(teacher_logits / self.temperature)
        s = ops.softmax(student_logits / self.temperature)
        bare = ops.sum(t * (ops.log(t) - ops.log(s)), axis=-1)
        #                   ^^^^^^^^^^ NAN101 warning: `t` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: ops.log_softmax(teacher_logits / self.temperature)
        # or: ops.log(ops.clip(t, 1e-10, 1.0))
        # from: `ops.softmax(teacher_logits / self.temperature)` made here, exactly 0 in float32 once a logit trails the largest by 87
        #                                ^^^^^^^^^^ NAN101 warning: `s` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: ops.log_softmax(student_logits / self.temperature)
        # or: ops.log(ops.clip(s, 1e-10, 1.0))
        # from: `ops.softmax(student_logits / self.temperature)` made here, exactly 0 in float32 once a logit trails the largest by 87
        exact = ops.sum(t * (ops.log(t + 1e-8) - ops.log_softmax(student_logits / self.temperature)), axis=-1)
        #                    ^^^^^^^^^^^^^^^^^ NAN401 hint: `t + 1e-8` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
        # fixed (unsafe): ops.log_softmax(teacher_logits / self.temperature)
        # from: `ops.softmax(teacher_logits / self.temperature)` made here, values in [0, 1]
        cross = keras.ops.categorical_crossentropy(t, s)
        return ops.mean(bare + exact + cross) * self.temperature**2

    def uncertain(self, losses):
        return sum(ops.exp(-v) * one + v for v, one in zip(self.log_vars, losses))

    def uncertain_by_sigma(self, losses, sigmas):
        # FIXME: a softplus can be 0: the list is not followed into the sum
        return sum(one / (2 * s**2) + ops.log(s) for one, s in zip(losses, sigmas))

    def train_step(self, data):
        x, y, weight = keras.utils.unpack_x_y_sample_weight(data)
        teacher_logits = ops.stop_gradient(self.teacher(x, training=False))
        with tf.GradientTape() as tape:
            logits = self.student(x, training=True)
            hard = ops.mean(ops.nn.sparse_categorical_crossentropy(y, logits, from_logits=True))
            soft = self.soft_loss(teacher_logits, logits)
            probs = keras.activations.softmax(logits)
            reveal_range(probs)  # [0, 1] float32 takes 0, 1
            margin = ops.max(probs, axis=-1) - ops.mean(probs, axis=-1)
            calibrated = ops.log(ops.max(probs, axis=-1)) + ops.sqrt(ops.abs(margin))
            loss = self.uncertain((hard, soft)) + 0.0 * ops.mean(calibrated)
            sigma = [ops.softplus(v) for v in self.log_vars]
            loss = loss + self.uncertain_by_sigma([hard, soft], sigma)
        grads = tape.gradient(loss, self.student.trainable_weights)
        total = ops.sqrt(sum(ops.sum(ops.square(g)) for g in grads if g is not None))
        scale = ops.minimum(1.0, 5.0 / total)
        kept = ops.minimum(1.0, 5.0 / ops.maximum(total, 1e-6))
        self.optimizer.apply([g * scale * kept for g in grads], self.student.trainable_weights)
        return {m.name: m.result() for m in self.metrics}


if __name__ == "__main__":
    dense = keras.layers.Dense(8, kernel_constraint=UnitRows(safe=False), kernel_regularizer=Orthogonal(1e-3))
    net = keras.Sequential([keras.Input((4,)), dense, GRN(), RMSNorm(), WeightStandardised(3), Temperature()])
    Distiller(net, net).compile("adam", metrics=[Perplexity()])

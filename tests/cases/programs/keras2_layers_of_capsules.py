# Capsules and attention as layers of Keras 2: squashing, routing, hierarchical attention with a mask, memory with cosines.

from keras import activations, constraints, initializers
from keras import backend as K
from keras.engine.topology import InputSpec, Layer
from keras.layers import GRU, Bidirectional, Dense, Embedding, Input, TimeDistributed
from keras.models import Model, Sequential


def squash(x, axis=-1):
    s_squared_norm = K.sum(K.square(x), axis, keepdims=True) + K.epsilon()
    scale = K.sqrt(s_squared_norm) / (0.5 + s_squared_norm)
    return scale * x


def squash_bare(vectors, axis=-1):
    s = K.sum(K.square(vectors), axis, keepdims=True)
    return s / (1 + s) / K.sqrt(s) * vectors
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `K.sqrt(s)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: s / (1 + s) / K.sqrt(K.maximum(s, 1e-12))
    # from: `K.sqrt(s)` made here, exactly 0 for a vector of zeros


def softmax(x, axis=-1):
    ex = K.exp(x - K.max(x, axis=axis, keepdims=True))
    return ex / K.sum(ex, axis=axis, keepdims=True)


def masked_softmax(x, mask):
    e = K.exp(x)
    if mask is not None:
        e *= K.cast(mask, K.floatx())
    return e / K.sum(e, axis=1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `K.sum(…)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing


class Length(Layer):
    def call(self, inputs, **kwargs):
        return K.sqrt(K.sum(K.square(inputs), -1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `K.sum(K.square(inputs), -1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): K.sqrt(K.maximum(K.sum(K.square(inputs), -1), 1e-10))
        # or (unsafe): K.sqrt(K.sum(K.square(inputs), -1) + 1e-8)
        # from: `K.square(x)` made here, values in [0, inf]
        # from: `K.sqrt(s_squared_norm)` made here, values in [0.000316227641, inf]
        # from: `self.activation(K.batch_dot(c, hat, [2, 2]))` returned by this call
        # from: `Capsule(10, 16, activation=squash_bare)(h)` returned by this call
        # from: `capsules` passed as `inputs` here
        # from: `K.square(inputs)` made here, values in [0, inf]

    def compute_output_shape(self, input_shape):
        return input_shape[:-1]


class SafeLength(Length):
    def call(self, inputs, **kwargs):
        return K.sqrt(K.sum(K.square(inputs), -1) + K.epsilon())


class Capsule(Layer):
    def __init__(self, num_capsule, dim_capsule, routings=3, activation="squash", **kwargs):
        super(Capsule, self).__init__(**kwargs)
        self.num_capsule, self.dim_capsule, self.routings = num_capsule, dim_capsule, routings
        self.activation = squash if activation == "squash" else activations.get(activation)
        assert routings > 0, "routings"

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="capsule_kernel",
            shape=(1, input_shape[-1], self.num_capsule * self.dim_capsule),
            initializer="glorot_uniform",
            constraint=constraints.unit_norm(axis=-1),
        )
        super(Capsule, self).build(input_shape)

    def call(self, inputs):
        hat = K.conv1d(inputs, self.kernel)
        hat = K.permute_dimensions(
            K.reshape(hat, (K.shape(inputs)[0], -1, self.num_capsule, self.dim_capsule)), (0, 2, 1, 3)
        )
        b = K.zeros_like(hat[:, :, :, 0])
        for i in range(self.routings):
            c = softmax(b, 1)
            o = self.activation(K.batch_dot(c, hat, [2, 2]))
            if i < self.routings - 1:
                b = K.batch_dot(o, hat, [2, 3])
        reveal_range(c)  # [0, 1] float32 takes 0
        return o


class Attention(Layer):
    def __init__(self, guard=True, **kwargs):
        self.init = initializers.get("normal")
        self.supports_masking = True
        self.guard = guard
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.input_spec = [InputSpec(ndim=3)]
        self.W = self.add_weight(shape=(input_shape[-1], 64), initializer=self.init, name="W")
        self.u = self.add_weight(shape=(64,), initializer="uniform", name="u")
        self.built = True

    def compute_mask(self, inputs, mask=None):
        return None

    def call(self, x, mask=None):
        uit = K.tanh(K.dot(x, self.W))
        ait = K.squeeze(K.dot(uit, K.expand_dims(self.u)), -1)
        a = K.exp(ait)
        #   ^^^^^^^^^^ NAN104 information: `ait` is a matrix product, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): K.exp(K.minimum(ait, 30.0))
        # from: `K.dot(uit, K.expand_dims(self.u))` made here, unbounded
        if mask is not None:
            a *= K.cast(mask, K.floatx())
        if self.guard:
            a /= K.cast(K.sum(a, axis=1, keepdims=True) + K.epsilon(), K.floatx())
        else:
            a /= K.cast(K.sum(a, axis=1, keepdims=True), K.floatx())
          # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `K.cast(…)` can be 0, as an exponential is for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
            # fixed: nothing
            # from: `K.exp(ait)` made here, exactly 0 in float32 for inputs below -87
            # from: `a *= K.cast(mask, K.floatx())` goes into `a` here
        return K.sum(x * K.expand_dims(a), axis=1)


class Memory(Layer):
    def call(self, inputs):
        key, memory = inputs
        dot = K.batch_dot(memory, key, axes=[2, 1])
        norms = K.sqrt(K.sum(K.square(memory), axis=2)) * K.sqrt(K.sum(K.square(key), axis=1, keepdims=True))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `K.sum(K.square(memory), axis=2)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): K.sqrt(K.maximum(K.sum(K.square(memory), axis=2), 1e-10))
        # or (unsafe): K.sqrt(K.sum(K.square(memory), axis=2) + 1e-8)
        #                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `K.sum(…)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): K.sqrt(K.maximum(K.sum(K.square(key), axis=1, keepdims=True), 1e-10))
        # or (unsafe): K.sqrt(K.sum(K.square(key), axis=1, keepdims=True) + 1e-8)
        cosine = dot / norms
        #        ^^^^^^^^^^^ NAN102 warning: `norms` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
        # fixed (unsafe): norms = K.sqrt(K.maximum(K.sum(K.square(memory), axis=2), 1e-12)) * K.sqrt(K.maximum(K.sum(K.square(key), axis=1, keepdims=True), 1e-12))
        # adds: K.maximum(
        # adds: , 1e-12)
        # adds: K.maximum(
        # adds: , 1e-12)
        # from: `K.sqrt(K.sum(K.square(memory), axis=2))` made here, exactly 0 for a vector of zeros
        kept = dot / (norms + 1e-8)
        by_function = K.batch_dot(K.l2_normalize(memory, axis=2), K.l2_normalize(key, axis=1), axes=[2, 1])
        reveal_range(by_function)  # [-1.0000004, 1.0000004] float32 takes -1.0000002, 1.0000002
        weights = K.softmax(cosine + kept)
        sharpened = K.pow(weights, 1.5)
        return sharpened / (K.sum(sharpened, axis=1, keepdims=True) + K.epsilon()), masked_softmax(kept, None)


def margin_loss(y_true, y_pred):
    present = y_true * K.square(K.relu(0.9 - y_pred))
    absent = 0.5 * (1 - y_true) * K.square(K.relu(y_pred - 0.1))
    return K.mean(K.sum(present + absent, axis=1))


def spread_loss(y_true, y_pred, m=0.2):
    at = K.sum(y_true * y_pred, axis=1, keepdims=True)
    return K.sum(K.square(K.maximum(0.0, m - (at - y_pred))), axis=-1) - m**2


def build(vocab=20000, maxlen=100, embedding=None):
    words = Input((maxlen,), dtype="int32")
    table = Embedding(vocab, 100, weights=[embedding] if embedding is not None else None, mask_zero=True)
    h = Bidirectional(GRU(64, return_sequences=True, recurrent_dropout=0.1))(table(words))
    h = TimeDistributed(Dense(64, activation="tanh"))(h)
    capsules = Capsule(10, 16, activation=squash_bare)(h)
    model = Model(words, [SafeLength()(capsules), Length(name="len")(capsules), Attention(guard=False)(h)])
    model.compile("rmsprop", loss=[margin_loss, spread_loss, "mse"])
    probe = Sequential([Dense(5, input_dim=16), Dense(1, activation=K.sigmoid)])
    probe.compile("sgd", loss=lambda t, p: -K.mean(t * K.log(p) + (1 - t) * K.log(1 - p + K.epsilon())))
    #                                                  ^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: K.log(K.clip(p, 1e-10, 1.0))
    # or (unsafe): K.log(p + 1e-8)
    # from: `Dense(1, activation=K.sigmoid)` made here, exactly 0 in float32 for inputs below -87
    # from: `probe.compile("sgd", loss=lambda t, p: -K.mean(t * K.log(p) + (1 - t) * K.log(1 - p + K.epsilon())))` returned by this call
    # from: `lambda t, p: -K.mean(t * K.log(p) + (1 - t) * K.log(1 - p + K.epsilon()))` given to this loss
    return model, probe

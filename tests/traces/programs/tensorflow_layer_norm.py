import tensorflow as tf

tf.debugging.enable_check_numerics()


class Normalised(tf.keras.layers.Layer):
    def build(self, shape):
        self.gamma = self.add_weight(shape=(shape[-1],), initializer="ones", name="gamma")

    def call(self, x):
        mean, variance = tf.nn.moments(x, axes=[-1], keepdims=True)
        scale = tf.math.rsqrt(variance)  # NAN
        return self.gamma * (x - mean) * scale


model = tf.keras.Sequential([tf.keras.layers.Dense(4, activation="relu"), Normalised(), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.Adam(1e-3)


def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x) - y))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss


for step in range(2):
    print(step, train_step(tf.zeros([2, 3]), tf.ones([2, 1])).numpy())

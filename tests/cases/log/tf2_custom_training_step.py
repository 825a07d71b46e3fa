# A training step of TensorFlow 2 takes the logarithm of a model whose last layer is a softmax.

import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(10, activation="softmax"),
])
optimizer = tf.keras.optimizers.Adam(1e-3)


@tf.function
def train_step(images, labels):
    with tf.GradientTape() as tape:
        probabilities = model(images, training=True)
        loss = -tf.reduce_mean(tf.reduce_sum(labels * tf.math.log(probabilities), axis=-1))
        #                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probabilities` is a softmax
        # fixed: tf.math.log(tf.clip_by_value(probabilities, 1e-10, 1.0))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss

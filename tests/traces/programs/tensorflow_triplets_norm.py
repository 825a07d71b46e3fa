import tensorflow as tf

tf.debugging.enable_check_numerics()


class Triplet(tf.Module):
    def __init__(self):
        self.w = tf.Variable(tf.random.normal([5, 3]))

    def embed(self, x):
        return tf.nn.relu(x @ self.w)

    @tf.function
    def step(self, anchor, positive, negative):
        with tf.GradientTape() as tape:
            near = tf.norm(self.embed(anchor) - self.embed(positive), axis=1)  # NAN
            far = tf.norm(self.embed(anchor) - self.embed(negative), axis=1)
            loss = tf.reduce_mean(tf.maximum(near - far + 20.0, 0.0))
        grads = tape.gradient(loss, [self.w])
        self.w.assign_sub(0.1 * grads[0])
        return loss


model = Triplet()
x = tf.random.normal([4, 5])
print(model.step(x, x, tf.random.normal([4, 5])))

import tensorflow as tf

tf.random.set_seed(0)


class Embedder(tf.Module):
    def __init__(self):
        self.kernel = tf.Variable(tf.random.normal([5, 3]))

    def __call__(self, x):
        return tf.nn.l2_normalize(tf.matmul(x, self.kernel), axis=-1)


def squared(a, b):
    return tf.reduce_sum(tf.square(a - b), axis=-1)


def distance(a, b):
    return tf.sqrt(squared(a, b))  # NAN


def triplet(anchor, positive, negative):
    return tf.reduce_mean(tf.nn.relu(distance(anchor, positive) - distance(anchor, negative) + 2.5))


model = Embedder()


@tf.function
def train_step(anchor, positive, negative):
    with tf.GradientTape() as tape:
        loss = triplet(model(anchor), model(positive), model(negative))
    gradient = tape.gradient(loss, model.kernel)
    gradient = tf.debugging.check_numerics(gradient, "gradient of the kernel")
    model.kernel.assign_sub(0.05 * gradient)
    return loss


x = tf.random.normal([6, 5])
print(float(train_step(x, x + 0.1, tf.reverse(x, [0]))))
print(float(train_step(x, x, tf.reverse(x, [0]))))

import tensorflow as tf
from main import loss


@tf.function
def step(z):
    return loss(z)

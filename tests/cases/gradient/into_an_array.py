"""What becomes an array is not differentiated: PyTorch refuses a tensor with a gradient, and TensorFlow's tape ends."""

import tensorflow as tf
import torch


def pitch(q, epsilon=0):
    y = torch.asin(torch.clamp(2 * q, -1 + epsilon, 1 - epsilon))
    return torch.stack((q, y), dim=1).view(-1, 2) * 180


def pitch_of_an_array(q, on_gpu=False):
    if on_gpu:
        return pitch(torch.from_numpy(q).cuda()).cpu().numpy()
    return pitch(torch.from_numpy(q)).numpy()


def roll(q, epsilon=0):
    return torch.asin(torch.clamp(2 * q, -1 + epsilon, 1 - epsilon))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `torch.clamp(…)` can be -1


def roll_of_an_array(q):
    return roll(torch.from_numpy(q)).numpy()


def roll_of_a_network(net, x):
    return roll(net(x)).mean()


def length(x):
    return tf.sqrt(tf.reduce_sum(tf.nn.relu(x)))


def shown(x):
    print(length(x).numpy())


def length_of_a_loss(x):
    return tf.sqrt(tf.reduce_sum(tf.nn.relu(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(tf.nn.relu(x))` can be 0


def trained(x):
    loss = length_of_a_loss(x)
    print(loss.numpy())
    return loss

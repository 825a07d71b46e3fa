# The last item of a list is what was put into it last, where nothing else can have been put there since: not in a branch, and
# not after a loop that may have run no time, and not where something was taken out.

import tensorflow.compat.v1 as tf
import torch
from torch import nn


def discriminator(x, n):
    layers = []
    with tf.variable_scope("first"):
        layers.append(tf.nn.leaky_relu(tf.layers.conv2d(x, 64, 4)))
    for i in range(n):
        with tf.variable_scope("layer_%d" % (len(layers) + 1)):
            layers.append(tf.nn.leaky_relu(tf.layers.conv2d(layers[-1], 64, 4)))
    with tf.variable_scope("layer_%d" % (len(layers) + 1)):
        layers.append(tf.sigmoid(tf.layers.conv2d(layers[-1], 1, 4)))
    return layers[-1]


def loss(real, n):
    return tf.reduce_mean(-tf.log(discriminator(real, n) + 1e-12))


class Levels(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(8, 8)

    def forward(self, x):
        found = [self.out(x)]
        found.append(torch.softmax(found[-1], -1) + 1e-6)
        return torch.log(found[-1])

    def at_times(self, x, is_soft):
        found = [torch.relu(self.out(x))]
        if is_soft:
            found.append(torch.softmax(found[-1], -1) + 1e-6)
        return torch.log(found[-1])
        #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `found[-1]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0

    def in_a_loop(self, x, n):
        found = [torch.relu(self.out(x))]
        for _ in range(n):
            found.append(torch.softmax(found[-1], -1) + 1e-6)
        return torch.log(found[-1])
        #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `found[-1]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0

    def taken_out(self, x):
        found = [torch.relu(self.out(x))]
        found.append(torch.softmax(found[-1], -1) + 1e-6)
        found.pop()
        return torch.log(found[-1])
        #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `found[-1]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0

    def first(self, x):
        found = [torch.relu(self.out(x))]
        found.append(torch.softmax(found[-1], -1) + 1e-6)
        return torch.log(found[0])
        #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `found[0]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0

"""What a call computes depends on what its arguments are: an axis or an operand, a weight or data, one operand or three."""

import numpy as np
import tensorflow as tf
import torch


def along_an_axis_or_of_two(x, dim):
    reveal_range(torch.max(torch.sigmoid(x), dim)[0])  # [0, 1] float32 takes 1
    reveal_range(torch.max(torch.sigmoid(x), 1)[0])  # [0, 1] float32 takes 1
    reveal_range(torch.max(torch.sigmoid(x), torch.relu(x)))  # [0, inf] float32 takes 0, 1, 10000


def products_of_three(x):
    w = torch.nn.Linear(3, 3)(x)
    p = torch.softmax(x, -1)
    reveal_range(torch.einsum("bi,ij->bj", p, p))  # [0, inf] float32 takes nothing
    reveal_range(torch.einsum("bi,bi,bj->bj", p, p, w))  # any value float32 takes -10000, 10000
    reveal_range(torch.einsum("bi->b", w))  # any value float32 takes -10000, 10000
    reveal_range(np.einsum("ij,jk", np.eye(3), np.eye(3)))  # [0, inf] float64 takes nothing


def asked_for_a_gradient(x):
    reveal_range(torch.linspace(0.0, 1.0, 5, requires_grad=True))  # [0, 1] float32 takes 0, 1
    reveal_range(torch.tensor(0.0, requires_grad=True))  # any value float32 takes -30, 30
    reveal_range(torch.tensor(1.0, requires_grad=True))  # {1} float32 takes 1
    reveal_range(torch.tensor(x, requires_grad=True))  # any value float32 takes nothing


def not_trained(x):
    reveal_range(tf.layers.dense(x, 1, trainable=False))  # any value float32 takes -10000, 10000
    reveal_range(tf.Variable(0.0, trainable=False))  # any value float32 takes nothing


def from_high_to_low():
    reveal_range(np.random.uniform(1.0, -1.0))  # any value float64 takes nothing
    reveal_range(np.random.uniform(-1.0, 1.0))  # [-1, 1] float64 takes -1


def derivatives(x, flag):
    y = (x**3).sum()
    g = torch.autograd.grad(y, x, create_graph=True)[0]
    reveal_range(g)  # any value float32 takes 0
    reveal_range(torch.autograd.grad(g.sum(), x, create_graph=True)[0])  # any value float32 takes nothing
    reveal_range(torch.autograd.grad(y, x, create_graph=flag)[0])  # any value float32 takes nothing
    reveal_range(torch.autograd.grad(y, x, create_graph=False)[0])  # any value float32 takes nothing


def moments(x, options):
    reveal_range(tf.nn.moments(*options)[1])  # any value float32 takes nothing
    reveal_range(tf.nn.moments(x, 0)[1])  # [0, inf] float32 takes 0


def of_another_dtype(x, labels):
    reveal_range(torch.sigmoid(x).to(torch.zeros(3, dtype=torch.float16).dtype))  # [0, 1] float16 takes 0, 1
    reveal_range(torch.sigmoid(x).to(torch.arange(3).dtype))  # [0, 1] integer takes 0, 1
    reveal_range(torch.zeros(3, dtype=(x * 0.5).dtype))  # {0} float32 takes 0
    reveal_range(torch.sigmoid(x).to(labels.dtype))  # [0, 1] float32 takes 0, 1


def activated(x, own):
    reveal_range(tf.keras.layers.Dense(1, activation="of_our_own")(x))  # unknown
    reveal_range(tf.keras.layers.Dense(1, activation="linear")(x))  # any value float32 takes -10000, 10000
    reveal_range(tf.keras.layers.Dense(1, activation=own.act)(x))  # unknown


def of_truths(x, y, mask):
    reveal_range((x > 0) & (y > 0))  # [0, 1] boolean takes nothing
    reveal_range((x > 0) & mask)  # unknown
    reveal_range((x > 0) & 3)  # unknown
    reveal_range(x | y)  # unknown
    reveal_range(+torch.sigmoid(x))  # [0, 1] float32 takes 0, 1


def of_lists(x, y):
    reveal_range(((torch.relu(x),) + (torch.sigmoid(y),))[1])  # [0, 1] float32 takes 0, 1
    reveal_range(([torch.relu(x)] + y)[0])  # unknown
    reveal_range((y + [torch.relu(x)])[0])  # unknown

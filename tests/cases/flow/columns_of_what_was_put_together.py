"""A column of a stack is one of what was stacked; which part of a concatenation it comes from, the sizes say, or nothing."""

import tensorflow as tf
import torch


def stacked(a, b):
    k = torch.stack([torch.sigmoid(a), torch.nn.functional.softplus(b) + 1], dim=1)
    return torch.log(k[:, 1])


def the_other_one(a, b):
    k = torch.stack([torch.sigmoid(a), torch.nn.functional.softplus(b) + 1], dim=1)
    return torch.log(k[:, 0])
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `k[:, 0]` is a sigmoid


def along_another_axis(a, b):
    k = torch.stack([torch.sigmoid(a), torch.nn.functional.softplus(b) + 1], dim=1)
    return torch.log(k[0])
    #      ^^^^^^^^^^^^^^^ NAN101 warning: `k[0]` can be 0, as a sigmoid is for inputs below -89


def boxes(p):
    xy = torch.sigmoid(p[..., 0:2])
    wh = torch.exp(p[..., 2:4]).clamp(min=1e-3)
    conf = torch.sigmoid(p[..., 4:5])
    pred = torch.cat((xy, wh, conf), dim=-1)
    return torch.log(pred[..., 2:4]).sum() + torch.log(pred[..., 3]).sum()


def confidences(p):
    xy = torch.sigmoid(p[..., 0:2])
    wh = torch.exp(p[..., 2:4]).clamp(min=1e-3)
    conf = torch.sigmoid(p[..., 4:5])
    pred = torch.cat((xy, wh, conf), dim=-1)
    return torch.log(pred[..., 4])
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `pred[..., 4]` is a sigmoid


def of_unknown_sizes(x, y):
    k = tf.concat([tf.sigmoid(x), tf.nn.softplus(y) + 1.0], axis=-1)
    return tf.math.log(k[..., 3]), tf.math.log(k[:, -1])


def all_of_them_take_it(x, y):
    k = tf.concat([tf.sigmoid(x), tf.nn.softmax(y)], axis=-1)
    return tf.math.log(k[..., 3])
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `k[..., 3]` can be 0, as a sigmoid is for inputs below -87


def the_first_column(x, y):
    k = tf.concat([tf.sigmoid(x), tf.nn.softplus(y) + 1.0], axis=-1)
    return tf.math.log(k[..., 0])
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `k[..., 0]` is a sigmoid


def side_by_side(a, b):
    s = torch.hstack([torch.sigmoid(a), torch.relu(b)])
    reveal_range(s[0])  # [0, inf] float32 takes 0, 1, 10000
    t = torch.stack([torch.sigmoid(a), torch.relu(b)])
    reveal_range(t[0])  # [0, 1] float32 takes 0, 1
    reveal_range(t[1:, :][0])  # [0, inf] float32 takes 0, 10000


def in_another_order(a, b, order):
    t = torch.stack([torch.sigmoid(a), torch.relu(b)])
    reveal_range(t[order, :][0])  # [0, inf] float32 takes 0, 1, 10000
    u = torch.stack([torch.sigmoid(a), torch.relu(b)], dim=-1)
    reveal_range(u[order, :][..., 0])  # [0, 1] float32 takes 0, 1
    reveal_range(u[:, order][..., 0])  # [0, inf] float32 takes 0, 1, 10000
    reveal_range(u[:][..., 0])  # [0, 1] float32 takes 0, 1

"""MXNet's `clip` and `log` are nobody's whom nanproof knows: nothing is said of them."""

import mxnet as mx
from mxnet import nd


def loss(out):
    return nd.log(nd.clip(out, 0, 1)) + 1 / nd.clip(out, 0, 1)


def block(F, x):
    return F.log(F.softmax(x)), mx.nd.log(mx.nd.relu(x)), 1 / x.clip(0, 1)

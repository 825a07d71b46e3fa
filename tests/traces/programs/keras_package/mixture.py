import math

from keras import ops


def log_gaussian(y, mean, scale):
    return -0.5 * ((y - mean) / scale) ** 2 - ops.log(scale) - 0.5 * math.log(2 * math.pi)


def mixture_nll(y, parameters):
    weights, means, scales = ops.split(parameters, 3, axis=-1)
    weights = ops.softmax(weights)
    scales = ops.softplus(scales) + 1e-3
    likelihood = ops.sum(weights * ops.exp(log_gaussian(y, means, scales)), axis=-1)
    return -ops.mean(ops.log(likelihood))  # NAN

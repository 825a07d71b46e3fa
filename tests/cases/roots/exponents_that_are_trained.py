"""A power whose exponent is trained, or drawn, is NaN for every negative base: nobody trains an exponent to a whole number."""

import numpy as np
import tensorflow as tf
import torch
from torch import nn


class GeM(nn.Module):
    def __init__(self, c, p=3.0):
        super().__init__()
        self.conv = nn.Conv2d(c, c, 3, padding=1)
        self.p = nn.Parameter(torch.tensor(p))

    def forward(self, x):
        f = self.conv(x)
        return f.pow(self.p).mean((-2, -1))
        #      ^^^^^^^^^^^^^ NAN103 warning: `f` is the output of a convolution, and nothing keeps it at 0 or above

    def forward_clamped(self, x):
        f = self.conv(x).clamp(min=1e-6)
        return f.pow(self.p).mean((-2, -1))


def augmented(image):
    gamma = np.random.uniform(0.7, 1.5)
    image = tf.image.per_image_standardization(image)
    return tf.pow(image, gamma), tf.abs(image) ** gamma, tf.pow(image, 3.0)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `image` is a normalised value, and nothing keeps it at 0 or above

# A loss is compiled into the model of another file, and a module is called there.

import torch
from keras import backend as K
from torch import nn


def likelihood(y_true, y_pred):
    return -K.sum(y_true * K.log(y_pred), axis=-1)
    #                      ^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a softmax


class Focal(nn.Module):
    def forward(self, p, y):
        return -((1 - p) ** 2 * torch.log(p) * y).sum()
        #                       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax

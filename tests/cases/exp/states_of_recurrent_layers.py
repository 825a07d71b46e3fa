"""What a recurrent layer hands out lies within [-1, 1]: a tanh times a gate, unless it is told to squash otherwise."""

import tensorflow as tf
import torch
from torch import nn


class Rates(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(8, 16, 2, batch_first=True)
        self.gru = nn.GRU(8, 16)
        self.plain = nn.RNN(8, 16, nonlinearity="relu")
        self.projected = nn.LSTM(8, 16, proj_size=4)
        self.head = nn.Linear(16, 1)

    def forward(self, x):
        out, (h, _) = self.lstm(x)
        rate = torch.exp(out) + torch.exp(h)
        again, last = self.gru(x)
        return rate + torch.exp(again) + last.exp()

    def of_a_head(self, x):
        out, _ = self.lstm(x)
        return torch.exp(self.head(out))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.head(out)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32

    def of_a_relu(self, x):
        out, _ = self.plain(x)
        return torch.exp(out)
        #      ^^^^^^^^^^^^^^ NAN104 information: `out` is the output of a recurrent layer, which nothing bounds: exp overflows to Inf in float32

    def of_a_projection(self, x):
        out, _ = self.projected(x)
        return torch.exp(out)
        #      ^^^^^^^^^^^^^^ NAN104 information: `out` is the output of a recurrent layer, which nothing bounds: exp overflows to Inf in float32

    def under_a_logarithm(self, x):
        out, _ = self.gru(x)
        return torch.log(out) + torch.log(out + 2)
        #      ^^^^^^^^^^^^^^ NAN101 warning: `out` is the output of a recurrent layer, and nothing keeps it above 0: log(-1) is NaN


def of_keras(x):
    h = tf.keras.layers.LSTM(16, return_sequences=True)(x)
    g = tf.keras.layers.GRU(16, activation="tanh")(x)
    r = tf.keras.layers.LSTM(16, activation="relu")(x)
    return tf.exp(h) + tf.exp(g) + tf.exp(r)
    #                              ^^^^^^^^^ NAN104 information: `r` is the output of a recurrent layer, which nothing bounds: exp overflows to Inf in float32

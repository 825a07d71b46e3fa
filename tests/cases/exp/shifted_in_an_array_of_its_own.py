"""An array that is made of another one, in a dtype of its own, holds the 1 that its exponentials hold."""

import numpy as np
import torch


def probabilities(logits):
    p = logits - np.max(logits, axis=1, keepdims=True)
    p = np.array(np.exp(p), dtype=np.float64)
    return p / np.sum(p, axis=1, keepdims=True)


def without_a_shift(logits):
    p = np.array(np.exp(logits), dtype=np.float32)
    return p / np.sum(p, axis=1, keepdims=True)


def evaluate(x, w):
    z = np.matmul(np.maximum(x, 0.0), w)
    return probabilities(z), without_a_shift(z)


class Scored(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.net = torch.nn.Linear(4, 3)

    def forward(self, x):
        z = self.net(x).detach().numpy()
        p = np.array(np.exp(z - z.max(1, keepdims=True)), dtype=np.float32)
        q = np.array(np.exp(z), dtype=np.float32)
        #            ^^^^^^^^^ NAN104 information: `z` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        return p / np.sum(p, axis=1, keepdims=True), q / np.sum(q, axis=1, keepdims=True)
        #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.sum(…)` can be 0, as an exponential is for inputs below -104: x / 0 is Inf or NaN; keep it away from 0

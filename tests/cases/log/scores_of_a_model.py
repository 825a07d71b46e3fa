"""A score that is computed of what a model gave unrecorded is looked at; what is trained, and is called a score, is not."""

import numpy as np
import torch
from torch import nn


def inception_score(model, images, splits):
    given = torch.empty((len(images), 1000))
    for i, image in enumerate(images):
        with torch.no_grad():
            given[i] = torch.softmax(model(image), -1)
    scores = []
    for part in torch.chunk(given, splits):
        kl = part * (torch.log(part) - torch.log(part.mean(0, keepdim=True)))
        #            ^^^^^^^^^^^^^^^ NAN101 information: `part` is a softmax
        scores.append(kl.sum(1).mean().exp())
    return np.mean(scores)


class Complex(nn.Module):
    def score(self, logits):
        return torch.log(torch.softmax(logits, -1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(logits, -1)` is a softmax


def train(model, loader, optimizer):
    for x, y in loader:
        p = torch.softmax(model(x), -1)
        loss = -torch.log(p[y]).mean()
        #       ^^^^^^^^^^^^^^^ NAN101 warning: `p[y]` is a softmax
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            model(x)

# A function sets a name of the module, which another one reads.

import torch

probabilities = None


def forward(x):
    global probabilities
    probabilities = torch.softmax(x, -1)


def loss():
    return torch.log(probabilities)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probabilities`

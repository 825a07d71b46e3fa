import torch

probabilities = None


def forward(x):
    global probabilities
    probabilities = torch.softmax(x, -1)


def loss():
    return torch.log(probabilities)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probabilities`

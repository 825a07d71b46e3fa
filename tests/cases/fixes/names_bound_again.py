# Where the operand of an activation has lost its name, the fix gives it one before the name is bound anew.

import torch
import torch.nn.functional as F


def weights(x):
    x = torch.exp(x)
    return x / x.sum(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: torch.softmax(logits, dim=-1)
    # adds: logits = x


def sum_of_exponentials(x):
    x = torch.exp(x)
    return torch.log(torch.sum(x, dim=-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a logsumexp written out by hand
    # fixed: torch.logsumexp(logits, dim=-1)
    # adds: logits = x


def soft(x):
    x = torch.exp(x)
    return torch.log(1 + x)
    #      ^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand
    # fixed: F.softplus(logits)
    # adds: logits = x


def masked(x):
    x = torch.sigmoid(x)
    return torch.log(x + 1e-7)
    #      ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `x + 1e-7` keeps the logarithm of a sigmoid finite and moves every value
    # fixed (unsafe): F.logsigmoid(logits)
    # adds: logits = x


def loss(x, y):
    x = torch.sigmoid(x)
    return F.binary_cross_entropy(x, y)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `x` is a sigmoid
    # fixed (unsafe): F.binary_cross_entropy_with_logits(logits, y)
    # adds: logits = x


class Net:
    def forward(self, z):
        z = torch.softmax(z, -1)
        return torch.log(z)
    #          ^^^^^^^^^^^^ NAN101 warning: `z` is a softmax
    # fixed: torch.log_softmax(logits, -1)
    # adds: logits = z
    # or: torch.log(torch.clamp(z, 1e-10, 1.0))

    def later(self):
        p = torch.softmax(self.z, -1)
        self.update()
        return torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: log_p
    # adds: log_p = torch.log_softmax(self.z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def scaled(x, labels):
    z = 1 * x
    p = torch.softmax(z, -1)
    z *= 2
    return -torch.sum(labels * torch.log(p), dim=1)
    #                          ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: log_p
    # adds: log_p = torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def shown_to_others(x, metric):
    p = torch.softmax(x, -1)
    metric(p)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(x, -1)

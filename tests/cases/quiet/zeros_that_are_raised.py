# Where an operand is 0 something is added to it, or it lies above a logarithm of a probability; a schedule begins above 0.

import torch
import torch.nn as nn


class Actor(nn.Module):
    def forward(self, logits):
        probabilities = self.net(logits)
        z = probabilities == 0.0
        z = z.float() * 1e-8
        return torch.log(probabilities + z), torch.log((probabilities == 0) * 1e-8 + probabilities)

    def of_others(self, logits, others):
        probabilities = self.net(logits)
        z = (others == 0.0).float() * 1e-8
        return torch.log(probabilities + z)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `probabilities + z` stays above 0

    def otherwise(self, logits):
        p = self.net(logits)
        return torch.log((p > 0) * 1e-8 + p), torch.log((p == 0) * 0.0 + p), torch.log((p == 0) * p + p), torch.log((p == 1) * 2.0 + p)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that
        #                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that
        #                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that
        #                                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that


def gumbel(shape, eps=1e-10):
    u = torch.rand(shape)
    return -torch.log(eps - torch.log(u + eps))


def drawn(logits, eps=1e-10):
    return logits + gumbel(logits.size(), eps=eps)


def sampled(logits, tau, eps=1e-10):
    return drawn(logits, eps=eps) / tau


def below_a_logarithm(p, eps=1e-10, off=0.0):
    u = torch.rand(4)
    return torch.log(eps - torch.log(p + eps)), torch.log(off - torch.log(p + eps)), torch.log(eps - p), torch.log(eps - torch.exp(-p))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `eps - torch.log(p + eps)` stays above 0
    #                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `off - torch.log(p + eps)` stays above 0
    #                                                                                ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `eps - p` stays above 0
    #                                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `eps - torch.exp(-p)` stays above 0


class Diffusion(nn.Module):
    def __init__(self, betas, sigmas):
        super().__init__()
        self.betas = betas
        self.sigmas = sigmas

    def largest(self):
        return torch.log(self.betas), self.betas.log(), torch.log(self.sigmas)
        #                                               ^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.sigmas` stays above 0

# A uniform number that is 0 makes a logit of -inf of the noise, and of that a softmax and a sigmoid make 0. Where it
# makes inf, goes elsewhere as well, or is divided by what is learnt, it does harm.

import torch
import torch.nn.functional as F


def explored(logits):
    drawn = torch.rand_like(logits)
    noise = torch.log(-1.0 * torch.log(drawn)).to(logits.device)
    return F.softmax(logits - noise, dim=-1)


def tempered(logits, temperature=0.5):
    drawn = torch.rand_like(logits)
    return F.softmax((logits - torch.log(-torch.log(drawn))) / temperature, dim=-1)


def gated(weights, beta=1.0):
    drawn = torch.rand(weights.size())
    gate = torch.log(drawn) - torch.log(1.0 - drawn)
    gate = (gate + weights) / beta
    gate = torch.sigmoid(gate)
    return gate * 1.2 - 0.1


def of_a_temperature_that_is_learnt(logits, temperature):
    drawn = torch.rand_like(logits)
    return F.softmax((logits - torch.log(-torch.log(drawn))) / temperature, dim=-1)
    #                                     ^^^^^^^^^^^^^^^^ NAN101 warning: `drawn` is a uniform random number and can be exactly 0


def of_the_wrong_sign(logits):
    drawn = torch.rand_like(logits)
    return F.softmax(logits - torch.log(drawn), dim=-1)
    #                         ^^^^^^^^^^^^^^^^ NAN101 warning: `drawn` is a uniform random number and can be exactly 0


def given_back(logits):
    drawn = torch.rand_like(logits)
    noise = torch.log(drawn)
    #       ^^^^^^^^^^^^^^^^ NAN101 warning: `drawn` is a uniform random number and can be exactly 0
    return F.softmax(logits + noise, dim=-1), noise


def of_what_is_learnt(logits, gate):
    return F.softmax(logits + torch.log(torch.sigmoid(gate)), dim=-1)
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(gate)` is a sigmoid, exactly 0 for inputs below -89

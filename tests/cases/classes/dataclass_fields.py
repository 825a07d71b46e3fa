# The default of a field is the value of the attribute, for an annotated parameter and for an object made here.

from dataclasses import dataclass

import torch


@dataclass
class Config:
    eps: float = 1e-8
    half_eps: float = 1e-12


def annotated(x, config: Config):
    p = torch.sigmoid(x)
    return torch.log(p + config.eps), torch.log(p.half() + config.half_eps)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + config.eps` keeps the logarithm of a sigmoid finite
    #                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p.half() + config.half_eps` masks nothing: `config.half_eps` (1e-12) is 0 in float16


def made(x):
    config = Config()
    return torch.log(torch.sigmoid(x) + config.eps)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `torch.sigmoid(…nfig.eps` keeps the logarithm of a sigmoid finite and moves every value

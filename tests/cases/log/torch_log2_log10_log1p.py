# Logarithms of other bases fail where the natural one does, and log1p at -1.

import torch


def information(logits):
    q = torch.sigmoid(logits)
    bits = torch.log2(q)
    #      ^^^^^^^^^^^^^ NAN101 warning: `q` is a sigmoid: it is exactly 0 in float32 for inputs below -89, and log2(0) is -inf
    # fixed: torch.nn.functional.logsigmoid(logits) / 0.6931471805599453
    # or: torch.log2(torch.clamp(q, 1e-10, 1.0))
    decibel = 10 * torch.log10(q)
    #              ^^^^^^^^^^^^^^ NAN101 warning: ...log10(0) is -inf
    # fixed: (torch.nn.functional.logsigmoid(logits) / 2.302585092994046)
    # or: torch.log10(torch.clamp(q, 1e-10, 1.0))
    complement = torch.log1p(-q)
    #            ^^^^^^^^^^^^^^^ NAN101 warning: `-q` comes from a sigmoid, which is exactly 1 in float32 for inputs above 17: then `-q` is -1, and log1p(-1) is -inf
    safe = torch.log1p(q)
    return bits, decibel, complement, safe

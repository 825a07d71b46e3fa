# Logarithms of other bases fail where the natural one does, and log1p at -1.

import torch


def information(logits):
    q = torch.sigmoid(logits)
    bits = torch.log2(q)
    #      ^^^^^^^^^^^^^ NAN101 warning: `q` is a sigmoid, exactly 0 for inputs below -89: log2(0) is -inf; keep it above 0
    # fixed: torch.nn.functional.logsigmoid(logits) / 0.6931471805599453
    # or: torch.log2(torch.clamp(q, 1e-10, 1.0))
    decibel = 10 * torch.log10(q)
    #              ^^^^^^^^^^^^^^ NAN101 warning: ...log10(0) is -inf
    # fixed: (torch.nn.functional.logsigmoid(logits) / 2.302585092994046)
    # or: torch.log10(torch.clamp(q, 1e-10, 1.0))
    complement = torch.log1p(-q)
    #            ^^^^^^^^^^^^^^^ NAN101 warning: `-q` can be -1 where a sigmoid is exactly 1 (for inputs above 17): log1p(-1) is -inf; keep it above -1
    safe = torch.log1p(q)
    return bits, decibel, complement, safe

"""A logit that is told an `eps` clips what it is given itself; without one, or with None, it does not."""

import torch

EPS = 1e-6


def loss(x, margin=1e-5):
    p = torch.sigmoid(x)
    kept = torch.logit(p, eps=EPS) + p.logit(1e-6) + torch.special.logit(p, 1e-6) + p.logit(eps=EPS)
    bare = torch.logit(p)
    #      ^^^^^^^^^^^^^^ NAN105 warning: `p` is a sigmoid, exactly 0 for inputs below -89: logit is infinite at 0 and 1; keep it between them
    # fixed: torch.logit(torch.clamp(p, 1e-7, 0.9999999))
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
    none = torch.logit(p, eps=None)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `p` is a sigmoid, exactly 0 for inputs below -89: logit is infinite at 0 and 1; keep it between them
    # fixed: torch.logit(torch.clamp(p, 1e-7, 0.9999999), eps=None)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
    method = p.logit()
    #        ^^^^^^^^^ NAN105 warning: `p` is a sigmoid, exactly 0 for inputs below -89: logit is infinite at 0 and 1; keep it between them
    # fixed: p.clamp(1e-7, 0.9999999).logit()
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
    return kept + bare + none + method

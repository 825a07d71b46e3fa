# Several findings on one line have their own fixes, which do not get into each other's way.

import torch


def kl(a, b):
    p, q = torch.softmax(a, -1), torch.softmax(b, -1)
    return (p * (p.log() - q.log())).sum(), (torch.log(p), torch.log(q))
    #            ^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log_softmax(a, -1)
    # or: p.clamp(1e-10, 1.0).log()
    #                      ^^^^^^^ NAN101 warning: `q` is a softmax
    # fixed: torch.log_softmax(b, -1)
    # or: q.clamp(1e-10, 1.0).log()
    #                                        ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    #                                                      ^^^^^^^^^^^^ NAN101 warning: `q` is a softmax

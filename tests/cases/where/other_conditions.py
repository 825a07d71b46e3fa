# A `where` whose condition is about something else masks nothing.

import torch


def about_something_else(z, mask):
    p = torch.softmax(z, -1)
    a = torch.where(mask, torch.log(p), 0.0)
    #                     ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    b = torch.where(z > 0, torch.log(p), 0.0)
    #                      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    c = torch.where(p > 0, 0.0, torch.log(p))
    #                           ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    d = torch.where(p >= 0, torch.log(p), 0.0)
    #                       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    return a, b, c, d

# Where memory was made is followed through so many views: behind more of them it may be anybody's, the logits' too.

import torch


def of_its_own(x):
    p = torch.softmax(x, dim=-1)
    own = torch.zeros(3, 3)[0][0]
    own.add_(1.0)
    return torch.log(p), own
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # removes: p = torch.softmax(x, dim=-1)
    # from: `torch.softmax(x, dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_its_own_far_behind(x):
    p = torch.softmax(x, dim=-1)
    own = torch.zeros(3, 3)[None][None][None][None][None][None][None][None][None][None][None][None][None]
    own.add_(1.0)
    return torch.log(p), own
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # from: `torch.softmax(x, dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104

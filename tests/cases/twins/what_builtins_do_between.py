# Between a softmax and its logarithm a builtin that is given parts of the logits changes none of them.

import torch


def mean_of_rows(x):
    p = torch.softmax(x, dim=-1)
    rows = max(x.shape[0], 1)
    return torch.log(p).sum() / rows
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, dim=-1)
    # removes: p = torch.softmax(x, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_named_columns(x, names):
    p = torch.softmax(x, dim=-1)
    columns = list(names["all"])
    return torch.log(p)[:, columns]
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, dim=-1)
    # removes: p = torch.softmax(x, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104

# A word that names no rule is told: what it nearly names is written where that finding stands, else it is taken away.

import torch


def losses(x):
    p = torch.softmax(x, -1)
    a = torch.log(p)  # nanproof: ignore[unmask-log]
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN902 information: there is no rule `unmask-log`; did you mean `unmasked-log`?
    # fixed (unsafe): # nanproof: ignore[unmasked-log]
    b = torch.log(p)  # nanproof: ignore[NAN101, NAN999]
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN902 information: there is no rule `NAN999`
    # fixed: # nanproof: ignore[NAN101]
    c = torch.log(p + 1)  # nanproof: ignore[NAN1O1]
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN902 information: there is no rule `NAN1O1`
    # fixed:
    # removes: # nanproof: ignore[NAN1O1]
    d = torch.log(p + 1)  # noqa: E501, NAN999
    #                     ^^^^^^^^^^^^^^^^^^^^ NAN902 information: there is no rule `NAN999`
    # fixed: # noqa: E501
    e = torch.log(p + 1)  # noqa: ABC123
    f = torch.log(p)  # nanproof: ignore[first, second, NAN101]
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN902 information: 2 of the words here name no rule
    # fixed: # nanproof: ignore[NAN101]
    return a, b, c, d, e, f

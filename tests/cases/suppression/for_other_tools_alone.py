# A `# noqa` without codes is for other tools: beside what is told it is told too, and nowhere else. By hand it can be made ours.

import torch


def losses(x):
    p = torch.softmax(x, -1)
    a = torch.log(p)  # noqa
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    #                 ^^^^^^ NAN903 information: `# noqa` is for other tools, and does not silence NAN101
    # fixed: nothing
    b = torch.log(p)  # noqa: E501
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    c = torch.log(p + 1)  # noqa
    d = torch.log(p)  # NOQA because the line is too long
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    #                 ^^^^^^ NAN903 information: `# NOQA` is for other tools, and does not silence NAN101
    # fixed: nothing
    e = torch.log(p)  # noqa  # nanproof: ignore[NAN101]
    f = torch.log(p)  # noqa  # nanproof: ignore[NAN903]
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    g = torch.stack([  # noqa
        torch.log(p),
       #^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
       # fixed: torch.log_softmax(x, -1)
       # or: torch.log(torch.clamp(p, 1e-10, 1.0))
       # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        p,  # noqa
    ])
    h = torch.log(p), "# noqa"
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    i = torch.log(p)  # noqa: see the paper
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    return a, b, c, d, e, f, g, h, i

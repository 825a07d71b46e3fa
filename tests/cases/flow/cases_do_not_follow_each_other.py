"""What one case of a `match` binds is not seen in another: only one of them is entered."""

import torch


def loss(x, kind):
    p = torch.softmax(x, -1)
    match kind:
        case "smoothed":
            p = 0.99 * p + 0.01
            return torch.log(p)
        case "raw":
            return torch.log(p)
            #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
            # fixed: torch.log_softmax(x, -1)
            # or: torch.log(torch.clamp(p, 1e-10, 1.0))
            # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        case "late":
            p = torch.sqrt(p + 1e-6)
        case "floored":
            p = p.clamp(min=1e-6)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `p = p.clamp(min=1e-6)` goes into `p` here


def one_after_another(x, kind, other):
    p = torch.softmax(x, -1)
    match kind:
        case "smoothed":
            p = 0.99 * p + 0.01
        case _:
            p = p.clamp(min=1e-6)
            match other:
                case 1:
                    return torch.log(p)
                case 2:
                    return torch.log(p - 1e-6)
                    #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p - 1e-6` masks nothing: it moves 1e-6 the wrong way, to 0, and log(0) is -inf; add it
                    # fixed (unsafe): torch.log(p + 1e-6)
                    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
                    # from: `p = p.clamp(min=1e-6)` goes into `p` here
    return p

# The probability of what is likeliest is at least that of a uniform choice: its logarithm is never -inf, whether `argmax` says
# where it stands or the second result of `max`. That of the least likely is, and that of the likeliest of something else.

import numpy as np
import torch


def select(logprobs, verbose):
    scores, ids = logprobs.max(1)
    details = None
    if verbose:
        token = torch.softmax(logprobs.view(-1), dim=-1)[ids].log().item()
        details = [{"token_logprob": token, "token_rank": 0}]
    return scores, ids, details


def decoded(model, tour, n):
    logs = []
    while len(tour) < n:
        with torch.no_grad():
            p = torch.softmax(model(tour), -1)
        i = p.argmax()
        tour.append(i)
        logs.append(torch.log(p[i]))
    return np.exp(sum(logs))


def sure(logits):
    p = torch.softmax(logits, -1)
    best, where = torch.max(p, dim=1)
    return torch.log(p.gather(1, where.unsqueeze(1)))


def unsure(logits):
    p = torch.softmax(logits, -1)
    least, where = p.min(1)
    return torch.log(p.gather(1, where.unsqueeze(1)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.gather(…)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def of_others(logits, others):
    p = torch.softmax(logits, -1)
    best, where = others.max(1)
    return torch.log(p.gather(1, where.unsqueeze(1)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.gather(…)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def of_the_largest(logits):
    p = torch.softmax(logits, -1)
    best, where = torch.max(p, dim=1)
    return torch.log(p.gather(1, best.long().unsqueeze(1)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.gather(…)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0

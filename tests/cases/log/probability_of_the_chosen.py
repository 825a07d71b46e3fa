# The probability of the token that is chosen is at least that of a uniform choice: its logarithm is never -inf. That the
# index is the largest's is not followed.

import numpy as np
import torch


def select(logprobs, verbose):
    scores, ids = logprobs.max(1)
    details = None
    if verbose:
        # FIXME: the largest of n is at least 1 / n
        token = torch.softmax(logprobs.view(-1), dim=-1)[ids].log().item()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(…)[…]` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
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

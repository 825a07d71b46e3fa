# A number that is printed, or goes to a log, by whatever name, trains nothing. Who prints a whole tensor tries something
# out and wants to know, and what is returned as well may be anything.

import logging

import torch

logger = logging.getLogger(__name__)


def chosen(logprobs, verbose):
    scores, ids = logprobs.max(1)
    if verbose:
        print(torch.softmax(logprobs.view(-1), dim=-1)[ids].log().item())
    p = torch.softmax(logprobs, -1)
    print(f"{p.log().mean():.3f}")
    mean = p.log().mean().item()
    print("mean", mean)
    logger.info("log %s", p.log())
    return scores, ids


def tried(logits):
    p = torch.softmax(logits, -1)
    print(p.log())
    #     ^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    kept = p.log().sum().item()
    #      ^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    print(kept)
    return kept

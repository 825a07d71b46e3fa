# Keys of a dictionary that are assigned side by side keep what each is given: a loss and the count of its words. What is put
# under a key of unknown name may be met under any.

import numpy as np
import torch
import torch.nn.functional as F


def masked(logits, target):
    loss = -F.log_softmax(logits, dim=1).gather(1, target).sum()
    return loss, target.ne(0).sum()


def process(logits, target, results):
    results["loss"], results["n_words"] = masked(logits, target)
    results["history"].append(results["loss"].item())
    results["n_total"] += results["n_words"].item()
    return results


def epoch(batches):
    results = {"history": [], "n_total": 0}
    for logits, target in batches:
        results = process(logits, target, results)
    return np.sum(results["history"]) / results["n_total"]


def shares(h, target):
    found = {}
    found["p"], found["n"] = torch.softmax(h, -1), target.shape[0]
    return torch.log(found["p"]), 1 / found["n"]
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `found["p"]` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def of_any(h, target, name):
    found = {}
    found[name], found["n"] = torch.softmax(h, -1), target.shape[0]
    return torch.log(found["p"])
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `found["p"]` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0

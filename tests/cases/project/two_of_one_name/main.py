# Another file has a function of this name, at the same place of the text: what is passed to one says nothing of the other.

import torch


def entropy(p):
    return -(p * torch.log(p)).mean()
    #            ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(p, min=1e-10))

# Another file has a class of this name, at the same place of the text: what its objects are called with is another matter.

import torch


class Entropy:
    def __call__(self, p):
        return -(p * torch.log(p)).mean()
    #                ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(p, min=1e-10))

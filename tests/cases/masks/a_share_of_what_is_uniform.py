"""A share of a uniform distribution keeps every probability above 0, though the share has a default or a size no name tells."""

import torch


def divided_by_a_parameter(logits, n):
    p = (1 - 0.01) * torch.softmax(logits, -1) + 0.01 / n
    # FIXME: nothing: a number of classes is above 0
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


def share_with_a_default(logits, share=0.01):
    p = torch.softmax(logits, -1)
    uniform = torch.ones_like(p) / p.shape[-1]
    # FIXME: nothing: the share is an epsilon, as far as anybody can tell
    return torch.log((1 - share) * p + share * uniform)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(1 - share) * p + share * uniform` stays above 0: log(0) is -inf


class Head:
    def __init__(self, share=0.01):
        self.share = share

    def forward(self, logits):
        p = torch.softmax(logits, -1)
        uniform = torch.ones_like(p) / p.shape[-1]
        # FIXME: nothing
        return torch.log((1 - self.share) * p + self.share * uniform)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(1 - self.share) * p + self.share * uniform` stays above 0: log(0) is -inf


def one_way_it_is_followed(logits, share=0.01):
    p = torch.softmax(logits, -1)
    return torch.log((1 - share) * p + share / p.shape[-1])

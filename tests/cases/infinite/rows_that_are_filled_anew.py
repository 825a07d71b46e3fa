"""Where whole rows are filled anew once they are masked, their softmax is finite."""

import torch
from torch import nn


class Attention(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.score = nn.Linear(dim, 1)

    def by_a_second_fill(self, e, docs):
        pad = docs.eq(0)
        s = self.score(e).squeeze(-1).masked_fill(pad, float("-inf"))
        w = s.masked_fill(pad.all(-1, keepdim=True), 0.0).softmax(dim=-1)
        return torch.einsum("bw,bwd->bd", w, e)

    def by_a_name(self, e, docs):
        pad = docs.eq(0)
        empty = pad.all(dim=-1, keepdim=True)
        s = self.score(e).squeeze(-1).masked_fill(pad, float("-inf"))
        s = s.masked_fill(empty, 0.0)
        return torch.einsum("bw,bwd->bd", torch.softmax(s, -1), e)

    def by_a_choice(self, e, docs):
        keep = docs.ne(0)
        s = torch.where(keep, self.score(e).squeeze(-1), float("-inf"))
        s = torch.where(keep.any(-1, keepdim=True), s, 0.0)
        return torch.einsum("bw,bwd->bd", torch.softmax(s, -1), e)

    def by_another_mask(self, e, docs, other):
        s = self.score(e).squeeze(-1).masked_fill(docs.eq(0), float("-inf"))
        s = s.masked_fill(other, 0.0)
        return torch.einsum("bw,bwd->bd", torch.softmax(s, -1), e)
        #                                 ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask

    def not_at_all(self, e, docs):
        s = self.score(e).squeeze(-1).masked_fill(docs.eq(0), float("-inf"))
        return torch.einsum("bw,bwd->bd", torch.softmax(s, -1), e)
        #                                 ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask

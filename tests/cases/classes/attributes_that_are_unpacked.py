"""What the next statement assigns again is not what an attribute holds: `self.p, self.q = split(self.p)` too."""

import torch


class Sampler:
    def __init__(self, x, split):
        self.p = torch.softmax(x, -1)
        self.p, self.rest = split(self.p)

    def entropy(self):
        return -(self.p * torch.log(self.p)).sum()
        #                 ^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.p` stays above 0: log(0) is -inf
        # fixed: torch.log(torch.clamp(self.p, min=1e-10))


class Once:
    def __init__(self, x, split):
        self.p = torch.softmax(x, -1)
        self.q, self.rest = split(self.p)

    def entropy(self):
        return -(self.p * torch.log(self.p)).sum()
        #                 ^^^^^^^^^^^^^^^^^ NAN101 warning: `self.p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(self.p, 1e-10, 1.0))
        # or (unsafe): torch.log(self.p + 1e-8)
        # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


class Floored:
    def __init__(self, x):
        self.p = torch.softmax(x, -1)
        self.p, self.n = self.p.clamp(min=1e-6), len(x)

    def entropy(self):
        return -(self.p * torch.log(self.p)).sum()


class Later:
    def run(self, x):
        self.p = torch.softmax(x, -1) + 1e-6

        def logarithm():
            return torch.log(self.p)
            #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `self.p` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
            # fixed: torch.log(torch.clamp(self.p, min=1e-10))
            # or (unsafe): torch.log(self.p + 1e-8)
            # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104

        self.p = torch.softmax(x, -1)
        return logarithm()


class Before:
    def run(self, x):
        self.p = torch.softmax(x, -1)
        self.p = self.p + 1e-6
        return torch.log(self.p)

"""What is written instead is made of what was there: of a name, or an attribute, that holds something else nothing is."""

import torch


class Later(torch.nn.Module):
    def forward(self, z):
        loss = torch.log(self.p)
        #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `self.p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(self.p, 1e-10, 1.0))
        # or (unsafe): torch.log(self.p + 1e-8)
        # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        self.p = torch.softmax(z, -1)
        return loss


class Perhaps(torch.nn.Module):
    def forward(self, z, flag):
        if flag:
            self.q = torch.softmax(z, -1)
        return torch.log(self.q)
        #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `self.q` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(self.q, 1e-10, 1.0))
        # or (unsafe): torch.log(self.q + 1e-8)
        # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


class Always(torch.nn.Module):
    def forward(self, z):
        self.r = torch.softmax(z, -1)
        return torch.log(self.r)
        #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `self.r` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log_softmax(z, -1)
        # or: torch.log(torch.clamp(self.r, 1e-10, 1.0))
        # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def rebound(model, other, z):
    model.s = torch.softmax(z, -1)
    model = other
    return torch.log(model.s)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `model.s` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(model.s, min=1e-10))


def not_rebound(model, other, z):
    model.t = torch.softmax(z, -1)
    return torch.log(model.t)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `model.t` stays above 0: log(0) is -inf
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(model.t, min=1e-10))


def starred(xs, z):
    p, q = *xs, torch.softmax(z, -1)
    return torch.log(q)
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `q` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(q, min=1e-10))


def rest(a, z):
    *p, q = a, torch.softmax(z, -1)
    return torch.log(q)
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `q` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(q, min=1e-10))


def unstarred(a, z):
    p, q = a, torch.softmax(z, -1)
    return torch.log(q)
    #      ^^^^^^^^^^^^ NAN101 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(q, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def chained(z):
    p = q = torch.softmax(z, -1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_another_owner(model, other, z):
    model.head.u = torch.softmax(z, -1)
    model = other
    return torch.log(model.head.u)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `model.head.u` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(model.head.u, min=1e-10))

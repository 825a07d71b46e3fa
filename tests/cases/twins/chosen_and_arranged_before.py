"""What the activation was given is chosen or arranged where it is called, and changed behind it."""

import torch


def chosen(z, is_plain):
    p = torch.softmax(z if is_plain else z + 1, -1)
    is_plain = False
    z.mul_(2)
    return torch.log(p), is_plain
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # adds: log_p = torch.log_softmax(z if is_plain else z + 1, -1)
    # from: `torch.softmax(z if is_plain else z + 1, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def arranged(z, scale):
    p = torch.softmax(z.swapdims(0, 1), -1)
    scale(z)
    z = z + 1
    return torch.log(p), z
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(logits, -1)
    # from: `torch.softmax(z.swapdims(0, 1), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def two_names(z):
    q = \
        p = torch.softmax(z, -1)
    z = z * 2
    return torch.log(p), q, z
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def two_names_at_once(z):
    q = p = torch.softmax(z, -1)
    z.mul_(2)
    return torch.log(p), q
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def two_names_of_one(z):
    q = p = torch.softmax(z, -1)
    z = z * 2
    return torch.log(p), q, z
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


class Heads:
    def forward(self, z):
        y = torch.log(torch.sigmoid(self.heads[0].z))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(self.heads[0].z)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(torch.sigmoid(self.heads[0].z), 1e-10, 1.0))
        # from: `torch.sigmoid(self.heads[0].z)` made here, exactly 0 in float32 for inputs below -89
        self.heads[0].z.mul_(2)
        return y

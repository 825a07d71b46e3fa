"""What one branch leaves is not met under the same comparison, asked again, unless what it compares was bound anew."""

import torch


def other_branch(mode, x, loss):
    if mode == "binary":
        p = torch.sigmoid(x) + 0.5
    else:
        p = torch.softmax(x, -1)
    if mode == "binary":
        loss = loss - torch.log(p).mean()
    return loss


def same_branch(mode, x, loss):
    if mode == "softmax":
        p = torch.softmax(x, -1)
    else:
        p = torch.sigmoid(x) + 0.5
    if mode == "softmax":
        loss = loss - torch.log(p).mean()
        #             ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    else:
        loss = loss + torch.log(p).mean()
    return loss


def bound_anew(mode, x, loss, modes):
    if mode == "binary":
        p = torch.sigmoid(x) + 0.5
    else:
        p = torch.softmax(x, -1)
    mode = modes[mode]
    if mode == "binary":
        loss = loss - torch.log(p).mean()
        #             ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a softmax is
    return loss


def asked_otherwise(mode, x, loss):
    if mode == "binary":
        p = torch.sigmoid(x) + 0.5
    else:
        p = torch.softmax(x, -1)
    if mode == "normal":
        loss = loss - torch.log(p).mean()
        #             ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a softmax is
    return loss


class Model:
    def loss(self, x, loss):
        if self.mode == "binary":
            p = torch.sigmoid(x) + 0.5
        else:
            p = torch.softmax(x, -1)
        if self.mode == "binary":
            loss = loss - torch.log(p).mean()
        return loss

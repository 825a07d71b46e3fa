import torch


def hide(scores, mask):
    return scores.masked_fill(mask == 0, -torch.inf)

import torch


def entropy(logits, epsilon=1e-6):
    p = torch.softmax(logits, -1)
    return -(p * torch.log(p + epsilon)).sum()

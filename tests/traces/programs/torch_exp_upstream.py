import torch

torch.manual_seed(0)


def weights_of(scores):
    return torch.exp(scores)  # NAN


def normalised(scores):
    w = weights_of(scores)
    return w / w.sum(-1, keepdim=True)


scores = (torch.randn(2, 5) * 200).requires_grad_(True)
with torch.autograd.detect_anomaly():
    loss = normalised(scores).pow(2).sum()
    loss.backward()

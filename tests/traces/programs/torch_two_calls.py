import torch


def log_odds(p):
    return torch.log(p) - torch.log1p(-p)  # NAN


def shifted(logits, bias):
    return log_odds(torch.sigmoid(logits)) + bias


def objective(logits, bias):
    return shifted(logits, bias).mul(0.1).sum()


logits = torch.tensor([40.0, -1.0], requires_grad=True)
bias = torch.zeros(2, requires_grad=True)
with torch.autograd.detect_anomaly():
    objective(logits, bias).backward()

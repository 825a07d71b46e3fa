import torch


def focal(p, gamma):
    return ((1 - p) ** gamma).mean()  # NAN


p = torch.sigmoid(torch.tensor([50.0, 0.0], requires_grad=True))
with torch.autograd.detect_anomaly():
    loss = focal(p, 0.5)
    print("loss", loss.item())
    loss.backward()

import torch
import torch.nn.functional as F


def angle(a, b):
    cosine = F.cosine_similarity(a, b, dim=-1)
    return torch.acos(cosine)  # NAN


torch.manual_seed(0)
target = torch.randn(64, 8)
guess = target.clone().requires_grad_(True)
with torch.autograd.detect_anomaly():
    loss = (angle(guess, target) ** 2).mean()
    print("loss", loss.item())
    loss.backward()

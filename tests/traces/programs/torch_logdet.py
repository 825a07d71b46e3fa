import torch


def nll(cov, x):
    return 0.5 * torch.log(torch.det(cov)) + 0.5 * (x @ x)  # NAN


factor = torch.ones(3, 1, requires_grad=True)
cov = factor @ factor.T - 0.5 * torch.eye(3)
with torch.autograd.detect_anomaly():
    loss = nll(-cov, torch.ones(3))
    print("loss", loss.item())
    loss.backward()

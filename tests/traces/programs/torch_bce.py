import torch
import torch.nn as nn

torch.manual_seed(1)
net = nn.Sequential(nn.Linear(3, 16), nn.Tanh(), nn.Linear(16, 1), nn.Sigmoid())
opt = torch.optim.SGD(net.parameters(), lr=50.0)


def bce(p, y):
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()  # NAN


x = torch.randn(64, 3) * 10
y = (x.sum(1, keepdim=True) > 0).float()
for epoch in range(20):
    loss = bce(net(x), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f"epoch {epoch}: train_loss={loss.item():.4f}")
    if torch.isnan(loss):
        raise ValueError(f"Loss is NaN at epoch {epoch}, stopping training")

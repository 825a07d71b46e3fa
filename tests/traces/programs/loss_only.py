import torch
import torch.nn as nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid())
net[0].bias.data += 200.0
for step in range(3):
    p = net(torch.randn(8, 4))
    loss = -torch.log(1 - p).mean()  # NAN
    print({"step": step, "loss": loss.item()})
    loss.backward()

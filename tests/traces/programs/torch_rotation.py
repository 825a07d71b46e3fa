import torch
from torch import nn


def rotated(points, axis_angle):
    angle = axis_angle.pow(2).sum(dim=-1, keepdim=True).sqrt()
    axis = axis_angle / angle  # NAN
    along = (points * axis).sum(dim=-1, keepdim=True) * axis
    return points * angle.cos() + torch.linalg.cross(axis, points) * angle.sin() + along * (1 - angle.cos())


class PoseHead(nn.Module):
    def __init__(self):
        super().__init__()
        self.regressor = nn.Linear(8, 3)
        nn.init.zeros_(self.regressor.weight)
        nn.init.zeros_(self.regressor.bias)

    def forward(self, features, points):
        return rotated(points, self.regressor(features))


torch.manual_seed(0)
head = PoseHead()
optimizer = torch.optim.RMSprop(head.parameters())
features, points = torch.randn(6, 8), torch.randn(6, 3)
with torch.autograd.set_detect_anomaly(True):
    for step in range(2):
        loss = nn.functional.l1_loss(head(features, points), points.roll(1, dims=-1))
        print("step", step, "loss", loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

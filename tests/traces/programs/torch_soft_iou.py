import torch
from torch import nn


class SoftIoU(nn.Module):
    def forward(self, scores, masks):
        p = torch.sigmoid(scores)
        inter = (p * masks).flatten(1).sum(1)
        union = (p + masks - p * masks).flatten(1).sum(1)
        per_image = inter / union
        return -torch.log(per_image).mean()  # NAN


criterion = SoftIoU()
net = nn.Conv2d(1, 1, 3, padding=1)
images = torch.randn(2, 1, 8, 8)
masks = torch.zeros(2, 1, 8, 8)
masks[0, :, 2:5, 2:5] = 1
opt = torch.optim.Adam(net.parameters())
with torch.autograd.set_detect_anomaly(True):
    for step in range(4):
        loss = criterion(net(images), masks)
        opt.zero_grad()
        loss.backward()
        opt.step()
        print("loss:", loss.item())

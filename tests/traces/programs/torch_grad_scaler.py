import torch
from torch import nn


class EndPointError(nn.Module):
    def forward(self, flow, target):
        difference = flow - target
        error = difference.pow(2).sum(dim=1).sqrt()  # NAN
        return error.mean()


torch.manual_seed(0)
net = nn.Conv2d(3, 2, 3, padding=1, bias=False)
criterion = EndPointError()
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cpu", init_scale=65536.0)
frames = torch.zeros(2, 3, 8, 8)
frames[:, :, :4] = torch.randn(2, 3, 4, 8)
for step in range(4):
    optimizer.zero_grad()
    loss = criterion(net(frames), torch.zeros(2, 2, 8, 8))
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    before = scaler.get_scale()
    scaler.update()
    skipped = scaler.get_scale() < before
    print(f"[{step}] loss={loss.item():.3f} scale={before:g}{' (inf/nan in gradients, step skipped)' if skipped else ''}")

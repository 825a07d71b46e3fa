import torch


def repulsion(points, sigma=0.3):
    diff = points.unsqueeze(1) - points.unsqueeze(0)
    dist = diff.pow(2).sum(-1) ** 0.5  # NAN
    return torch.exp(-dist / sigma).mean()


points = torch.nn.Parameter(torch.rand(12, 2))
optimizer = torch.optim.Adam([points], lr=0.05)
torch.autograd.set_detect_anomaly(True)
for i in range(10):
    optimizer.zero_grad()
    loss = repulsion(points)
    loss.backward()
    optimizer.step()

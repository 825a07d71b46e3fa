import torch
from torch import nn

torch.autograd.set_detect_anomaly(True)
torch.manual_seed(0)


class VAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.mu = nn.Linear(10, 4)
        self.logvar = nn.Linear(10, 4)
        self.decode = nn.Linear(4, 10)

    def forward(self, x):
        mu, logvar = self.mu(x), self.logvar(x)
        z = mu + torch.randn_like(mu) * (0.5 * logvar).exp()  # NAN
        return self.decode(z), mu, logvar


model = VAE()
opt = torch.optim.SGD(model.parameters(), lr=0.1)
x = 900 * torch.randn(16, 10)
for _ in range(5):
    recon, mu, logvar = model(x)
    loss = ((recon - x) ** 2).sum() - 0.5 * (1 + logvar - mu ** 2).sum()
    opt.zero_grad()
    loss.backward()
    opt.step()
    print("loss", loss.item())

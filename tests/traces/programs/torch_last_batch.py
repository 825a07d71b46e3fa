import torch
from torch.utils.data import DataLoader, TensorDataset


class Whitening(torch.nn.Module):
    def forward(self, x):
        mean = x.mean(dim=0)
        variance = x.var(dim=0)  # NAN
        return (x - mean) * torch.rsqrt(variance + 1e-5)


torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(3, 4), Whitening(), torch.nn.Linear(4, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
data = TensorDataset(torch.randn(9, 3), torch.randn(9, 1))
for epoch in range(2):
    for index, (x, y) in enumerate(DataLoader(data, batch_size=4)):
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        print(f"Train Epoch: {epoch} [{index}]\tLoss: {loss.item():.6f}")

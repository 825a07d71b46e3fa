import torch
from metric import PairLoss

torch.manual_seed(0)
encoder = torch.nn.Sequential(torch.nn.Linear(6, 12), torch.nn.Tanh(), torch.nn.Linear(12, 4))
criterion = PairLoss()
optimizer = torch.optim.Adam(encoder.parameters(), lr=1e-3)


def run(steps):
    for step in range(steps):
        loss = criterion(encoder(torch.randn(5, 6)), torch.tensor([0, 0, 1, 1, 2]))
        print(f"step={step} loss={loss.item():.4f}")
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


with torch.autograd.detect_anomaly():
    run(3)

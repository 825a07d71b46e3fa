import torch
import torch.nn as nn


class Projector(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 3, bias=False)

    def forward(self, x):
        h = torch.relu(self.layer(x))
        return h / h.norm(dim=-1, keepdim=True)  # NAN


torch.manual_seed(0)
model = Projector()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for step in range(2):
    optimizer.zero_grad()
    loss = model(torch.zeros(2, 4)).sum()
    print(f"step {step}: loss: {loss.item()}")
    loss.backward()
    optimizer.step()

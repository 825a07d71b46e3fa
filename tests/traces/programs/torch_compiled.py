import torch
from torch import nn


class RowNorm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(width))

    def forward(self, rows):
        centred = rows - rows.mean(dim=-1, keepdim=True)
        spread = rows.std(dim=-1, keepdim=True)
        return self.gain * (centred / spread)  # NAN


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(50, 8, padding_idx=0)
        self.norm = RowNorm(8)
        self.head = nn.Linear(8, 5)

    def forward(self, tokens):
        return self.head(self.norm(self.embed(tokens)).sum(dim=1))


torch.manual_seed(1)
model = torch.compile(Tagger(), backend="aot_eager")
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
batches = [torch.tensor([[4, 9, 2], [7, 7, 1]]), torch.tensor([[3, 5, 0], [8, 0, 0]])]
for number, tokens in enumerate(batches):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(tokens), torch.tensor([1, 3]))
    print(f"batch {number:03d} | train_loss {loss.item():.4f}")
    loss.backward()
    optimizer.step()

import torch
from torch import nn

torch.autograd.set_detect_anomaly(True)


class Matcher(nn.Module):
    def __init__(self, words, width):
        super().__init__()
        self.words = nn.Embedding(words, width, padding_idx=0)

    def encode(self, tokens):
        v = self.words(tokens).sum(1)
        return v / torch.sqrt((v * v).sum(-1, keepdim=True))  # NAN

    def forward(self, a, b):
        return (self.encode(a) * self.encode(b)).sum(-1)


net = Matcher(20, 8)
optimizer = torch.optim.Adam(net.parameters(), lr=1e-2)
questions = torch.tensor([[3, 4, 0], [0, 0, 0]])
answers = torch.tensor([[5, 4, 1], [7, 9, 0]])
for step in range(3):
    optimizer.zero_grad()
    loss = (1 - net(questions, answers)).mean()
    loss.backward()
    optimizer.step()

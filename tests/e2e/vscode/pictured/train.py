import torch

from losses import entropy

policy = torch.nn.Linear(8, 4)
optimizer = torch.optim.Adam(policy.parameters(), lr=1e-2)

for step in range(10_000):
    logits = policy(torch.randn(32, 8))
    penalty = torch.sqrt(logits.pow(2).sum())
    loss = penalty - 0.01 * entropy(logits)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

import torch
from torch import nn


class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.trunk = nn.Linear(4, 32)
        self.logits = nn.Linear(32, 6)

    def forward(self, observation):
        return torch.softmax(self.logits(torch.relu(self.trunk(observation))), dim=-1)


def entropy(probabilities):
    return -(probabilities * torch.log(probabilities + 1e-8)).sum(dim=-1)  # NAN


torch.manual_seed(0)
policy = Policy().half()
optimizer = torch.optim.SGD(policy.parameters(), lr=1e-3)
torch.autograd.set_detect_anomaly(True)
observation = 40.0 * torch.randn(16, 4, dtype=torch.float16)
probabilities = policy(observation)
loss = -0.01 * entropy(probabilities).mean() + probabilities[:, 0].mean()
print("policy loss %s" % loss.item())
loss.backward()
optimizer.step()

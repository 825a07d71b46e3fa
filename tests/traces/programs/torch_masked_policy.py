import torch
import torch.nn.functional as F
from torch import nn


class Policy(nn.Module):
    def __init__(self, n_obs, n_actions):
        super().__init__()
        self.head = nn.Linear(n_obs, n_actions)

    def forward(self, obs, legal):
        logits = self.head(obs).masked_fill(~legal, float("-inf"))
        return F.softmax(logits, dim=-1)


def entropy(probs):
    return -(probs * probs.log()).sum(-1)  # NAN


torch.autograd.set_detect_anomaly(True)
policy = Policy(4, 3)
obs, legal = torch.randn(5, 4), torch.rand(5, 3) > 0.4
legal[:, 0] = True
legal[0, 1] = False
probs = policy(obs, legal)
loss = -0.01 * entropy(probs).mean()
assert not torch.isnan(loss), "entropy loss is nan"
loss.backward()

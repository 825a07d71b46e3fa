import torch


def attend(query, key, mask):
    scores = query @ key.T
    scores = scores.masked_fill(~mask, float("-inf"))
    return torch.softmax(scores, dim=-1)  # NAN


query = torch.randn(2, 4, requires_grad=True)
mask = torch.tensor([[True, False], [False, False]])
weights = attend(query, torch.randn(2, 4), mask)
loss = weights.sum()
print("loss:", loss.item())
assert not torch.isnan(loss)

import torch


def advantages(rewards):
    return (rewards - rewards.mean()) / (rewards.std() + 1e-8)  # NAN


def policy_loss(logits, rewards):
    chosen = torch.log_softmax(logits, dim=-1)[:, 0]
    return -(chosen * advantages(rewards)).mean()


logits = torch.randn(1, 3, requires_grad=True)
with torch.autograd.detect_anomaly():
    loss = policy_loss(logits, torch.tensor([2.0]))
    print("loss", loss.item())
    loss.backward()

import torch
from main import bounded, discounted, standardised


def update(policy, observations, actions, rewards):
    returns = torch.tensor(discounted(rewards, 0.99))
    chosen = policy(observations).log_softmax(-1).gather(1, actions)
    loss = -(chosen * standardised(returns) + chosen * bounded(returns)).mean()
    loss.backward()

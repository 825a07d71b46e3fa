import numpy as np


class SoftmaxBandit:
    def __init__(self, arms, lr):
        self.preferences = np.zeros(arms)
        self.lr = lr

    def probabilities(self):
        e = np.exp(self.preferences)  # NAN
        return e / e.sum()

    def learn(self, arm, reward):
        p = self.probabilities()
        onehot = np.eye(len(p))[arm]
        self.preferences += self.lr * reward * (onehot - p)


np.random.seed(0)
bandit = SoftmaxBandit(4, lr=1000.0)
for t in range(200):
    p = bandit.probabilities()
    arm = np.random.choice(4, p=np.nan_to_num(p) / max(np.nan_to_num(p).sum(), 1e-3) if np.isnan(p).any() else p)
    bandit.learn(arm, np.random.randn() + arm)

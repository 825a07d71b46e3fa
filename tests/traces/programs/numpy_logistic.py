import numpy as np


class LogisticRegression:
    def __init__(self, width, rate=0.5):
        self.weights = np.zeros(width)
        self.rate = rate

    def probability(self, x):
        return 1.0 / (1.0 + np.exp(-(x @ self.weights)))

    def cost(self, x, y):
        p = self.probability(x)
        return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))  # NAN

    def step(self, x, y):
        slope = x.T @ (self.probability(x) - y) / len(y)
        self.weights -= self.rate * slope


generator = np.random.default_rng(0)
ages = generator.uniform(18, 90, size=(40, 1))
incomes = generator.uniform(1e3, 9e4, size=(40, 1))
x, y = np.hstack([ages, incomes]), (ages[:, 0] > 50).astype(float)
model = LogisticRegression(2)
for iteration in range(5):
    model.step(x, y)
    print("iteration", iteration, "cost", model.cost(x, y))

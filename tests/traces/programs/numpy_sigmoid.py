import numpy as np


def forward(w, x):
    return 1 / (1 + np.exp(-(x @ w)))


def loss(p, y):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))  # NAN


w = np.zeros(2)
x = np.array([[300.0, 200.0], [100.0, 400.0]])
y = np.array([1.0, 1.0])
for epoch in range(3):
    p = forward(w, x)
    print("epoch", epoch, "loss:", loss(p, y))
    w -= x.T @ (p - y)

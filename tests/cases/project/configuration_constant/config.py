EPS = 1e-7
ZERO = 0.0

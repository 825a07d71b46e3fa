def log(x):
    return x


def sigmoid(x):
    return x


print(log(sigmoid(0)), log(0.0))

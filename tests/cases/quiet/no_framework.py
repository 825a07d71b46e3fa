# A file without a framework has functions of its own under the same names.

def log(x):
    return x


def sigmoid(x):
    return x


print(log(sigmoid(0)), log(0.0))

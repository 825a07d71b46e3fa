import numpy as np

np.seterr(all="raise")


class Scaler:
    def fit(self, data):
        self.mean = data.mean(axis=0)
        self.std = data.std(axis=0)
        return self

    def transform(self, data):
        return (data - self.mean) / self.std  # NAN


data = np.array([[1.0, 2.0], [1.0, 3.0]])
print(Scaler().fit(data).transform(data))

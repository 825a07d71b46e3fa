import torch
from keras.layers import Dense
from keras.models import Sequential
from main import Focal, likelihood

net = Sequential([Dense(3, activation="softmax")])
net.compile(optimizer="sgd", loss=likelihood)


class Trainer:
    def __init__(self, model):
        self.model = model
        self.criterion = Focal().cuda()

    def step(self, x, y):
        return self.criterion(torch.softmax(self.model(x), dim=-1), y)

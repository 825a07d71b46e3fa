import torch
from keras.layers import Dense
from keras.models import Sequential
from main import overlap, surprise


def build(loss):
    net = Sequential([Dense(3, activation="sigmoid")])
    net.compile(optimizer="sgd", loss=loss)
    return net


def step(net, x, score):
    return score(torch.softmax(net(x), dim=-1))


net = build(overlap)


def train(net, batches):
    for x in batches:
        step(net, x, surprise).backward()

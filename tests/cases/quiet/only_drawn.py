"""What is only drawn leaves a gap in a picture and breaks nothing; what is kept or trained on beside that is told."""

import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns
import torch


def regret(best, found, steps):
    behind = np.log10(best - np.asarray(found))
    fig, ax = plt.subplots(1, 1)
    ax.errorbar(steps, behind.mean(axis=0), yerr=1.96 * behind.std(axis=0), label="regret")
    ax.plot(steps[:5], [each for each in behind[:5]])


def at_once(losses, areas):
    plt.plot(np.log(losses))
    sns.histplot(x=np.log10(areas))


def map_of_probabilities(model, image, axes):
    probabilities = torch.softmax(model(image), dim=1)
    axes[0].imshow(torch.log(probabilities).detach().cpu().numpy()[0])
    axes[1].imshow((image - image.min()) / (image.max() - image.min()))


def under_two_names(model, image):
    surprise = -torch.log(torch.sigmoid(model(image)))
    shown = surprise.cpu()
    plt.imshow(shown)


def trained_on_too(model, image):
    surprise = -torch.log(torch.sigmoid(model(image)))
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(model(image))` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    plt.imshow(surprise)
    surprise.mean().backward()


def given_back_too(model, image):
    surprise = -torch.log(torch.sigmoid(model(image)))
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(model(image))` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    picture = plt.imshow(surprise)
    return picture, surprise


def asked_of_one_who_may_do_more(model, image, helper):
    helper(torch.log(torch.sigmoid(model(image))))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(model(image))` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0


def held_in_an_attribute(self, model, image):
    self.surprise = torch.log(torch.sigmoid(model(image)))
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(model(image))` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    plt.imshow(self.surprise)


def held_in_a_tensor(model, image, index, kept):
    kept = kept.scatter(1, index, torch.log(torch.sigmoid(model(image))))
    #                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(model(image))` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    return kept


def dots(ax, model, image):
    ax.scatter(image, torch.log(torch.sigmoid(model(image))))


def chosen_by(model, image, order):
    plt.plot(order[torch.log(torch.sigmoid(model(image))).argmax()])
    return order[torch.log(torch.sigmoid(model(image)))]
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(model(image))` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

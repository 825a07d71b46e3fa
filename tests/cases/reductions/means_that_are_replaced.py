"""The mean of a cluster that lost all its points is NaN, and nobody is harmed where that is asked and replaced."""

import torch


def one_by_one(x, labels, k):
    found = []
    for each in range(k):
        centre = x[labels == each].mean(0)
        if torch.any(torch.isnan(centre)):
            centre = x[torch.randint(len(x), (1,))].squeeze(0)
        found.append(centre)
    return torch.stack(found)


def all_at_once(x, k, steps):
    centres = x[:k]
    for _ in range(steps):
        labels = torch.cdist(x, centres).argmin(1)
        centres = torch.stack([x[labels == i].mean(dim=0) for i in range(k)])
        lost = torch.any(torch.isnan(centres), dim=1)
        centres[lost] = x[torch.randperm(len(x))[: lost.sum()]]
    return centres


def asked_of_another(x, labels, k, other):
    for each in range(k):
        centre = x[labels == each].mean(0)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `labels == each` holds for any element, and the mean of none is NaN; ask first
        if torch.any(torch.isnan(other)):
            centre = x[0]
    return centre


def asked_something_else(x, labels, k):
    for each in range(k):
        centre = x[labels == each].mean(0)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `labels == each` holds for any element, and the mean of none is NaN; ask first
        if torch.any(centre > 3):
            centre = x[0]
    return centre


def counted_only(x, labels, k):
    lost = 0
    for each in range(k):
        centre = x[labels == each].mean(0)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `labels == each` holds for any element, and the mean of none is NaN; ask first
        if torch.any(torch.isnan(centre)):
            lost = lost + 1
    return centre, lost


def asked_by_another_name(x, labels, k, lost):
    centres = torch.stack([x[labels == i].mean(dim=0) for i in range(k)])
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `labels == i` holds for any element, and the mean of none is NaN; ask first
    centres[lost] = x[0]
    return centres

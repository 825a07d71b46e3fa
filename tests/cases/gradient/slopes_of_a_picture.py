"""A slope is 0 where a picture is flat, however it is scaled; what is added to it, or what is no slope, is not."""

import torch
import torch.nn.functional as F

BLUR = torch.tensor([[[[1.0, 2.0], [2.0, 4.0]]]])
EDGE = torch.tensor([[[[1.0, -1.0], [2.0, -2.0]]]])


def central_loss(img):
    dx = (img[2:, 1:-1] - img[:-2, 1:-1]) / 2
    dy = 0.5 * (img[1:-1, 2:] - img[1:-1, :-2])
    return torch.sqrt(dx**2 + dy**2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `dx**2 + dy**2` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(dx**2 + dy**2, min=1e-10))


def tilted_loss(img):
    dx = img[1:, 1:] - img[:-1, 1:] - 1.0
    dy = img[1:, 1:] - img[1:, :-1] - 1.0
    return torch.sqrt(dx**2 + dy**2).mean()


def inverse_loss(img):
    dx = 1.0 / (img[1:, 1:] - img[:-1, 1:])
    dy = 1.0 / (img[1:, 1:] - img[1:, :-1])
    return torch.sqrt(dx**2 + dy**2).mean()


def powers_loss(img):
    dx = img[1:, 1:] - img[:-1, 1:]
    dy = img[1:, 1:] - img[1:, :-1]
    return torch.sqrt(dx**-2 + dy**-2).mean()


def edge_loss(img):
    return torch.sqrt(F.conv2d(img, EDGE) ** 2 + F.conv2d(img, EDGE.mT) ** 2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `F.conv2d(…) ** 2…(…) ** 2` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(F.conv2d(img, EDGE) ** 2 + F.conv2d(img, EDGE.mT) ** 2, min=1e-10))
    # from: `F.conv2d(img, EDGE)` made here, unbounded


def blurred_loss(img):
    return torch.sqrt(F.conv2d(img, BLUR) ** 2 + F.conv2d(img, BLUR.mT) ** 2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `F.conv2d(…) ** 2 + F.c…v2d(…) ** 2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(F.conv2d(img, BLUR) ** 2 + F.conv2d(img, BLUR.mT) ** 2, min=1e-10))


def filtered_loss(img, kernel, other):
    return torch.sqrt(F.conv2d(img, kernel) ** 2 + F.conv2d(img, other) ** 2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `F.conv2d(…) ** 2 + F.c…v2d(…) ** 2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(F.conv2d(img, kernel) ** 2 + F.conv2d(img, other) ** 2, min=1e-10))


def of_two_loss(img, ref):
    dx = img[1:] - ref
    dy = ref - img[1:]
    return torch.sqrt(dx**2 + dy**2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `dx**2 + dy**2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(dx**2 + dy**2, min=1e-10))


def of_another_loss(img, ref):
    dx = img[1:] - ref[1:]
    dy = img[:1] - ref[:1]
    return torch.sqrt(dx**2 + dy**2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `dx**2 + dy**2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(dx**2 + dy**2, min=1e-10))


def straight_through_loss(img):
    dx = img[1:, :-1] - img[1:, :-1].detach()
    dy = img[:-1, 1:] - img[:-1, 1:].detach()
    return torch.sqrt(dx**2 + dy**2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `dx**2 + dy**2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(dx**2 + dy**2, min=1e-10))


def tv_loss(img):
    dx = img[1:, 1:] - img[:-1, 1:]
    dy = img[1:, 1:] - img[1:, :-1]
    return torch.sqrt(dx * dx + dy * dy).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `dx * dx + dy * dy` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(dx * dx + dy * dy, min=1e-10))


def one_slope_loss(img):
    return torch.sqrt((img[1:] - img[:-1]) ** 2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(img[1:] - img[:-1]) ** 2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((img[1:] - img[:-1]) ** 2, min=1e-10))
    # or (unsafe): torch.sqrt((img[1:] - img[:-1]) ** 2 + 1e-8)


def sum_of_one_loss(img):
    return torch.sqrt(((img[1:] - img[:-1]) ** 2).sum(-1)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((…) ** 2).sum(-1)` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(((img[1:] - img[:-1]) ** 2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt(((img[1:] - img[:-1]) ** 2).sum(-1) + 1e-8)


def tilted_by_one_loss(img):
    return torch.sqrt(((img[1:] - img[:-1] - 1.0) ** 2).sum(-1)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((…) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(((img[1:] - img[:-1] - 1.0) ** 2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt(((img[1:] - img[:-1] - 1.0) ** 2).sum(-1) + 1e-8)


def flattened_loss(img):
    return torch.sqrt(((img[1:] - img[:-1]) ** 2).flatten(1).sum(-1)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(…).flatten(…).sum(…)` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(((img[1:] - img[:-1]) ** 2).flatten(1).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt(((img[1:] - img[:-1]) ** 2).flatten(1).sum(-1) + 1e-8)


def fourth_loss(img):
    dx = img[1:, 1:] - img[:-1, 1:]
    dy = img[1:, 1:] - img[1:, :-1]
    return torch.sqrt(dx**4 + dy**4).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `dx**4 + dy**4` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(dx**4 + dy**4, min=1e-10))


STEP = torch.tensor([[[[-1.0, 1.0], [-1.0, 1.0]]]])


def steps_loss(img):
    return torch.sqrt(F.conv2d(img, STEP) ** 2 + F.conv2d(img, STEP.mT) ** 2).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `F.conv2d(…) ** 2…(…) ** 2` is 0 where the input is flat: sqrt has an infinite gradient at 0; keep it above 0

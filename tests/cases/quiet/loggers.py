# Many things have a method `log` that writes a line.

import logging
import math
from logging import getLogger, log

import wandb
from rich.console import Console
from torch.utils.tensorboard import SummaryWriter

logger = logging.getLogger(__name__)
console = Console()
writer = SummaryWriter()


def train(loss, mu, experiment):
    logger.log(logging.INFO, "loss %f", loss)
    logging.getLogger().log(10, "x")
    logging.log(20, "started")
    getLogger("train").log(10, loss)
    log(10, "from the standard library")
    console.log("epoch", 0)
    writer.log(0)
    wandb.log({"loss": loss, "zero": 0.0})
    mu.log("text", loss)
    experiment.log(0.0)
    experiment.logger.log({"loss": 0})
    return math.log(len(loss))

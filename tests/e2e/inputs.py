"""The files that every editor opens and mends: the same fault, in texts where positions go wrong easily."""

from dataclasses import dataclass

# What the preferred fix replaces: the logarithm, and the softmax that nothing else reads.
UNSTABLE = ("tf.log(y_conv)", "y_conv = tf.nn.softmax(tf.matmul(x, w) + b)")
STABLE = ("tf.nn.log_softmax(logits)", "logits = tf.matmul(x, w) + b")

PLAIN = """\
import tensorflow as tf
def loss(y_, x, w, b):
    y_conv = tf.nn.softmax(tf.matmul(x, w) + b)
    return -tf.reduce_sum(y_ * tf.log(y_conv))
"""
# U+1F525 is two UTF-16 units and four bytes; "e" with U+0301 is one letter of two code points.
EMOJI = PLAIN.replace("    return", '    print("\N{FIRE} cafe\N{COMBINING ACUTE ACCENT}"); return')
# Python, Emacs' and Vim's habits and str.splitlines disagree on whether these end a line. They do not.
FORM_FEEDS = PLAIN.replace("def loss", '\f\nSEPARATORS = "\v\f\x1c\x85"\n\fdef loss')


@dataclass(frozen=True, slots=True)
class Input:
    """A file with one unmasked log, and the bytes it must have after the quick fix."""

    name: str
    before: bytes

    @property
    def after(self) -> bytes:
        after = self.before
        for unstable, stable in zip(UNSTABLE, STABLE, strict=True):
            assert after.count(unstable.encode()) == 1
            after = after.replace(unstable.encode(), stable.encode())
        return after


INPUTS = (
    Input("plain", PLAIN.encode()),
    Input("emoji", EMOJI.encode()),
    Input("crlf", PLAIN.replace("\n", "\r\n").encode()),
    Input("form_feed", FORM_FEEDS.encode()),
    Input("bom", b"\xef\xbb\xbf" + PLAIN.encode()),
    Input("tabs", PLAIN.replace("    ", "\t").encode()),
)

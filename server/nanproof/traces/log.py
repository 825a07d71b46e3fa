"""Reads a log as it comes: frames, what frameworks say of a NaN, and which frames they mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from nanproof.traces import (
    grad_scaler,
    jax_nans,
    keras,
    numpy_warnings,
    plain,
    tensorflow_numerics,
    torch_anomaly,
    torch_warnings,
)
from nanproof.traces.frames import (
    CALLSTACK,
    are_carets,
    arrow_on,
    begins_creation,
    begins_frames,
    defined_on,
    frame_on,
    is_around,
    is_installed,
)
from nanproof.traces.line import cleaned
from nanproof.traces.report import Event, LogFrame, Message, Report, Stack, Trouble
from nanproof.traces.stream import Stream

# The first that understands a line has it.
_READERS: tuple[Callable[[str], Message | None], ...] = (
    torch_anomaly.message_on,
    torch_warnings.message_on,
    jax_nans.message_on,
    tensorflow_numerics.message_on,
    keras.message_on,
    numpy_warnings.message_on,
    grad_scaler.message_on,
    plain.message_on,
)
MOST_EVENTS = 100
MOST_FRAMES = 400
MOST_CHANNELS = 64
# So many lines after the frames a message can still mean them: TensorFlow tells of shapes and inputs in between.
_REMEMBERED = 80
# So many lines after a message that means the frames behind it, they begin.
_PATIENCE = 4
_LONGEST_SENTENCE = 300
_HEADER = "Traceback (most recent call last)"


@dataclass
class _Channel:
    """What one process of a run is in the middle of saying."""

    name: str
    frames: list[LogFrame] = field(default_factory=list)
    is_open: bool = False
    awaits_text: bool = False
    awaits_arrow: bool = False
    closed: tuple[LogFrame, ...] = ()
    closed_at: int = -_REMEMBERED
    # A message that means the frames behind it.
    awaited: Message | None = None
    awaited_at: int = 0
    sentence: str = ""
    margin: int = 0  # so far everything is indented, as where a log is pasted into a text
    creation_follows: bool = False
    callstack_follows: bool = False
    warned: int | None = None  # the event whose source stands on the next line
    last: int | None = None  # the last event of this channel
    last_at: int = 0

    @property
    def is_busy(self) -> bool:
        return self.is_open or self.awaited is not None or self.warned is not None or self.callstack_follows


class LogReader:
    """Takes the bytes of a log in pieces of any size; `report` is what they said."""

    def __init__(self) -> None:
        self._stream = Stream(self._line, self._goes_on)
        self._channels: dict[str, _Channel] = {}
        self._busy = 0
        self._events: list[Event] = []
        self._keys: dict[tuple[object, ...], int] = {}
        self._ended_by = ""

    def feed(self, data: bytes) -> None:
        """Take some more bytes."""
        self._stream.feed(data)

    def report(self) -> Report:
        """Say what the log says, now that it has ended."""
        self._stream.close()
        for channel in self._channels.values():
            self._close(channel, self._stream.lines)
            if channel.awaited is not None:
                self._emit(channel, channel.awaited, (), channel.awaited_at, channel.sentence)
        return Report(tuple(self._events), self._stream.lines, self._stream.is_text, self._ended_by)

    def _goes_on(self) -> bool:
        return self._busy > 0

    def _line(self, raw: str, number: int) -> None:
        line = cleaned(raw)
        channel = self._channels.get(line.channel)
        if channel is None:
            name = line.channel if len(self._channels) < MOST_CHANNELS else ""
            channel = self._channels.setdefault(name, _Channel(name))
        was_busy = channel.is_busy
        self._take(channel, line.text, number)
        self._busy += channel.is_busy - was_busy

    def _take(self, channel: _Channel, text: str, number: int) -> None:
        channel.margin = _margin_of(text, channel.margin)
        if channel.margin and text[: channel.margin].isspace():
            text = text[channel.margin :]
        found = frame_on(text)
        if found is not None:
            channel.warned = None
            if not channel.is_open:
                channel.frames, channel.is_open = [], True
            channel.frames.append(found.frame)
            del channel.frames[:-MOST_FRAMES]
            channel.awaits_text, channel.awaits_arrow = not found.awaits_arrow, found.awaits_arrow
            return
        bare = text.strip(" |")
        if not bare:
            return
        if channel.warned is not None:
            self._source_of_warning(channel, text)
        if channel.is_open and self._is_of_frames(channel, text, bare):
            return
        self._close(channel, number)
        message = next((each for reader in _READERS if (each := reader(text)) is not None), None)
        if message is None:
            self._unsaid(channel, text, bare, number)
        elif message.stack is Stack.AFTER:
            self._give_up(channel)
            channel.awaited, channel.awaited_at, channel.sentence = message, number, _sentence(bare)
        else:
            self._told(channel, message, bare, number)

    def _source_of_warning(self, channel: _Channel, text: str) -> None:
        index, channel.warned = channel.warned, None
        if index is not None and text.startswith(" "):
            event = self._events[index]
            *before, last = event.frames
            self._events[index] = replace(event, frames=(*before, replace(last, text=text.strip())))

    def _is_of_frames(self, channel: _Channel, text: str, bare: str) -> bool:
        """Say whether a line belongs to the frames before it, and keep what it adds to the last."""
        frames = channel.frames
        if channel.awaits_arrow:
            arrow = arrow_on(text)
            if arrow is not None:
                line, source = arrow
                if frames[-1].line in (0, line):
                    frames[-1] = replace(frames[-1], line=line, text=source)
                return True
            return is_around(text) or bare.startswith("(...)")
        if are_carets(text) or bare.startswith(("-> |", "+ ...", "[Previous line repeated")) or bare == "->":
            return True
        if channel.awaits_text and text.startswith("    "):
            frames[-1] = replace(frames[-1], text=bare)
            channel.awaits_text = False
            return True
        return text.startswith("    ")

    def _close(self, channel: _Channel, number: int) -> None:
        """End the frames that are being read; what awaited them has them now."""
        if not channel.is_open:
            channel.callstack_follows = False
            if channel.awaited is not None and number - channel.awaited_at > _PATIENCE:
                self._give_up(channel)
            return
        channel.is_open = channel.awaits_arrow = channel.awaits_text = False
        channel.closed, channel.closed_at = tuple(channel.frames), number
        if channel.awaited is not None:
            message, channel.awaited = channel.awaited, None
            self._emit(channel, message, channel.closed, channel.awaited_at, channel.sentence)
        elif channel.last is not None and (channel.creation_follows or channel.callstack_follows):
            self._created(channel, channel.last)
        channel.creation_follows = channel.callstack_follows = False

    def _created(self, channel: _Channel, last: int) -> None:
        """Have the last message mean the frames that tell where its operation was written."""
        event, frames = self._events[last], channel.closed
        if channel.callstack_follows:
            self._events[last] = replace(event, frames=frames[::-1], trouble=Trouble.GRADIENT)
        elif any(not is_installed(each.path) for each in frames) or not any(map(_is_own, event.frames)):
            self._events[last] = replace(event, frames=frames)

    def _give_up(self, channel: _Channel) -> None:
        message, channel.awaited = channel.awaited, None
        if message is not None:
            self._emit(channel, message, (), channel.awaited_at, channel.sentence)

    def _unsaid(self, channel: _Channel, text: str, bare: str, number: int) -> None:
        """Take a line that no reader understands: it may begin frames, or end them with an exception."""
        if begins_frames(text):
            channel.creation_follows, channel.callstack_follows = begins_creation(text), CALLSTACK in text
            return
        defined = defined_on(text)
        if defined is not None and channel.last is not None and number - channel.last_at <= _REMEMBERED:
            event = self._events[channel.last]
            if event.framework == "tensorflow" and not any(map(_is_own, event.frames)):
                self._events[channel.last] = replace(event, frames=(defined,))
            return
        name = plain.exception_on(text)
        if not name or channel.closed_at != number:
            return
        source = channel.closed[-1].text if channel.closed else ""
        if plain.is_test_of_nan(source):
            self._told(channel, Message("", Trouble.UNKNOWN), bare, number)
        else:
            self._ended_by = _sentence(bare)

    def _told(self, channel: _Channel, message: Message, bare: str, number: int) -> None:
        if message.frame is not None:
            channel.warned = self._emit(channel, message, (message.frame,), number, _sentence(bare))
            return
        is_near = number - channel.closed_at <= _REMEMBERED
        frames = channel.closed if message.stack is Stack.BEFORE and is_near else ()
        if not self._completed(channel, message, frames, number):
            self._emit(channel, message, frames, number, _sentence(bare))

    def _completed(self, channel: _Channel, message: Message, frames: tuple[LogFrame, ...], number: int) -> bool:
        """Add what a message says to the event before it, which is of the same; say whether it is."""
        if channel.last is None or number - channel.last_at > MOST_FRAMES:
            return False
        event = self._events[channel.last]
        same = event.operation in ("", message.operation) or message.operation in ("", "CheckNumerics")
        has_own = any(not is_installed(each.path) for each in event.frames)
        if event.framework != message.framework or not same or event.vague or message.vague:
            return False
        if has_own and not message.completes:
            return False
        trouble = event.trouble
        if message.framework == "jax" and trouble is Trouble.UNKNOWN:
            # Where the forward pass ran, its line is the last; the backward pass has none of its own.
            is_forward = _last_own(frames) == _last_own(event.frames)
            trouble = Trouble.VALUE if is_forward else Trouble.GRADIENT
        self._events[channel.last] = replace(
            event,
            trouble=trouble,
            operation=event.operation or message.operation,
            frames=event.frames if has_own else frames,
        )
        return True

    def _emit(
        self, channel: _Channel, message: Message, frames: tuple[LogFrame, ...], number: int, sentence: str
    ) -> int | None:
        """Note an event, unless it is known or there are too many; return which one it is."""
        event = Event(
            message.framework,
            message.trouble,
            message.operation,
            frames,
            number,
            sentence,
            channel.name,
            message.vague,
            message.sure,
        )
        if event.key in self._keys or len(self._events) >= MOST_EVENTS:
            channel.last = self._keys.get(event.key)
            return None
        channel.last, channel.last_at = len(self._events), number
        self._keys[event.key] = channel.last
        self._events.append(event)
        return channel.last


def _is_own(frame: LogFrame) -> bool:
    return not is_installed(frame.path)


def _margin_of(text: str, known: int) -> int:
    """Return how far a log is indented as a whole, from a line of which it is known where it begins."""
    indented = len(text) - len(text.lstrip(" "))
    if text.startswith('File "', indented):
        return max(indented - 2, 0)
    return indented if _HEADER in text else known


def _last_own(frames: tuple[LogFrame, ...]) -> tuple[str, int] | None:
    return next(((each.path, each.line) for each in reversed(frames) if not is_installed(each.path)), None)


def _sentence(text: str) -> str:
    return text if len(text) <= _LONGEST_SENTENCE else f"{text[:_LONGEST_SENTENCE]}…"

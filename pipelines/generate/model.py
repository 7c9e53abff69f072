"""One text from an OpenAI-compatible endpoint, within a deadline whatever the endpoint does.

Haystack's generator speaks the protocol in a thread of its own; the caller waits for what comes and
no longer than until the deadline, which retries, slow streams and silent connections all share.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from pipelines.generate.parse import LONGEST
from pipelines.generate.wording import Why
from pipelines.settings import Settings

if TYPE_CHECKING:
    from haystack.components.generators.chat import OpenAIChatGenerator
    from haystack.dataclasses import StreamingChunk

ATTEMPTS = 3
PAUSE = 0.5  # seconds before a second attempt; doubled before a third


class ModelFailed(Exception):
    """The endpoint gave no text; ``why`` is one of the reasons that can be told to a user."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class _Stopped(Exception):
    """Nobody waits for the text any more."""


def generate(
    settings: Settings, system: str, user: str, on_text: Callable[[str], None] | None = None
) -> str:
    """The model's text. ``on_text`` is called, in this thread, with all of it so far as it grows.

    Raises :class:`ModelFailed`, at the latest after ``settings.llm_seconds``.
    """
    deadline = time.monotonic() + settings.llm_seconds
    events: SimpleQueue[str | ModelFailed | None] = SimpleQueue()
    stop = threading.Event()
    generator = _generator(settings)
    worker = threading.Thread(
        target=_work,
        args=(generator, system, user, settings.llm_max_tokens, deadline, events, stop),
        name="grappe-llm",
        daemon=True,  # a connection that hangs holds nobody up at exit
    )
    worker.start()
    text = ""
    try:
        while (left := deadline - time.monotonic()) > 0:
            try:
                event = events.get(timeout=left)
            except Empty:
                break
            if event is None:
                return text
            if isinstance(event, ModelFailed):
                raise event
            text = event
            if on_text is not None:
                on_text(text)
        raise ModelFailed("late")
    finally:
        stop.set()
        generator.close()  # wakes a thread that waits for a chunk


def _generator(settings: Settings) -> OpenAIChatGenerator:
    from pipelines import light  # noqa: F401  (before anything of Haystack)

    # isort: split
    from haystack.components.generators.chat import OpenAIChatGenerator
    from haystack.utils import Secret

    key = settings.llm_api_key
    generator = OpenAIChatGenerator(
        # Never the key of the environment: that one is for another service.
        api_key=Secret.from_token(key.get_secret_value() if key else "none"),
        model=settings.llm_model,
        api_base_url=settings.llm_url,
        timeout=settings.llm_seconds,
        max_retries=0,  # they have to fit into the deadline
    )
    generator.warm_up()
    return generator


def _work(
    generator: OpenAIChatGenerator,
    system: str,
    user: str,
    tokens: int,
    deadline: float,
    events: SimpleQueue[str | ModelFailed | None],
    stop: threading.Event,
) -> None:
    try:
        _attempts(generator, system, user, tokens, deadline, events, stop)
        events.put(None)
    except _Stopped:
        pass
    except ModelFailed as failed:
        events.put(failed)
    except Exception:
        # The other end may send anything, and neither Haystack nor the client expects everything:
        # a chunk without choices, text where an object belongs. None of it may end the answer.
        events.put(ModelFailed("malformed"))


def _attempts(
    generator: OpenAIChatGenerator,
    system: str,
    user: str,
    tokens: int,
    deadline: float,
    events: SimpleQueue[str | ModelFailed | None],
    stop: threading.Event,
) -> None:
    """Ask until there is an answer; what can pass is asked again while there is time."""
    import openai

    options: dict[str, Any] = {"temperature": 0, "max_tokens": tokens}
    pause, plain = PAUSE, False
    for attempt in range(1, ATTEMPTS + 1):
        begun = [""]
        wait = pause
        try:
            _once(generator, system, user, options, begun, events, stop)
            return
        except openai.APIStatusError as error:
            why = _why(error.status_code)
            if why == "rejected" and not plain:
                # Models that reason refuse a temperature, and call the limit otherwise.
                options, plain, wait = {"max_completion_tokens": tokens}, True, 0.0
            elif why not in ("busy", "server"):
                raise ModelFailed(why) from None
            else:
                wait = _retry_after(error.response.headers.get("retry-after")) or pause
        except openai.APITimeoutError:
            raise ModelFailed("late") from None
        except openai.APIConnectionError:
            if begun[0]:
                raise ModelFailed("cut") from None
            why = "unreachable"
        except openai.APIError:  # told in the middle of a stream
            raise ModelFailed("server") from None
        if attempt == ATTEMPTS or time.monotonic() + wait >= deadline:
            raise ModelFailed(why)
        if stop.wait(wait):
            raise _Stopped
        pause *= 2


def _once(
    generator: OpenAIChatGenerator,
    system: str,
    user: str,
    options: dict[str, Any],
    begun: list[str],
    events: SimpleQueue[str | ModelFailed | None],
    stop: threading.Event,
) -> None:
    """One request. ``begun`` holds the text so far, also when the request fails."""
    from haystack.dataclasses import ChatMessage

    def hear(chunk: StreamingChunk) -> None:
        if stop.is_set():
            raise _Stopped
        if chunk.content:
            begun[0] += chunk.content
            events.put(begun[0])
        if len(begun[0]) > LONGEST:
            raise ModelFailed("malformed")

    messages = [ChatMessage.from_system(system), ChatMessage.from_user(user)]
    result = generator.run(messages, streaming_callback=hear, generation_kwargs=options)
    (reply,) = result["replies"]
    ended = reply.meta.get("finish_reason")
    if ended is None:
        raise ModelFailed("cut" if begun[0] else "malformed")
    if not begun[0].strip():  # "length": all that it may write went into its thoughts
        raise ModelFailed("cut" if ended == "length" else "malformed")


def _why(status: int) -> Why:
    if status in (401, 403):
        return "key"
    if status in (404, 405):
        return "unknown"
    if status in (408, 409, 429):
        return "busy"
    return "server" if status >= 500 else "rejected"


def _retry_after(value: str | None) -> float:
    """Seconds to wait; 0 where none are given. A date is not understood, and tried sooner."""
    try:
        return max(0.0, float(value or 0))
    except ValueError:
        return 0.0

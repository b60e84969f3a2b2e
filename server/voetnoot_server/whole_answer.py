"""A whole answer in one write: uvicorn's own way takes two, and its client wakes up twice."""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, RequestResponseCycle

from voetnoot_server.given import Given

_BODILESS = frozenset({204, 304})


def send_whole(cycle: RequestResponseCycle, given: Given, *, last: bool) -> bool:
    """Send an answer that is whole; tell whether that could be done at once.

    `last` says that the connection must not be used again. Nothing is sent to a client that has left, and nothing
    at once to one that has not read what was sent before.
    """
    if cycle.disconnected:
        return True
    if cycle.flow.write_paused:
        return False
    cycle.keep_alive = cycle.keep_alive and not last
    body = given.whole
    head = [STATUS_LINE[given.status]]
    head += [b"%s: %s\r\n" % pair for pair in cycle.default_headers]
    head.append(given.lines())
    if given.status not in _BODILESS and not given.has_length:
        head.append(b"content-length: %d\r\n" % len(body))
    if not cycle.keep_alive:
        head.append(b"connection: close\r\n")
    head.append(b"\r\n")
    bodiless = given.status in _BODILESS or cycle.scope["method"] == "HEAD"
    cycle.transport.writelines((b"".join(head),) if bodiless else (b"".join(head), body))
    _complete(cycle)
    return True


def _complete(cycle: RequestResponseCycle) -> None:
    """Tell uvicorn that this request is answered, so that the next one can come."""
    cycle.response_started = cycle.response_complete = True
    cycle.message_event.set()
    if not cycle.keep_alive:
        cycle.transport.close()
    cycle.on_response()

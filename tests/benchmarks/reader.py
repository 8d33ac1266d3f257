"""A reader without a browser: a session over Streamlit's websocket, with the messages of the installed Streamlit.

It does what the browser does as far as the server can tell: it answers to every automatic rerun, names the messages that it
holds already, and sends the values of its widgets and its address with each change.
"""

import asyncio
import time
from collections.abc import Mapping
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

LONGEST = 30.0
"""Seconds after which an answer is given up."""
Values = Mapping[str, str | list[str]]
"""What a reader has chosen: values of the sidebar's widgets by their parameter."""


class Reader:
    """A session on the timeline, from the first page on; used as the context in which it is connected."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._widgets: dict[str, str] = {}
        self._held: set[str] = set()
        self._page = ""
        self._chosen: Values = {}
        self._done = asyncio.Event()
        self._timers: list[asyncio.Task[None]] = []
        self.received = 0
        """Bytes of the last answer."""

    async def __aenter__(self) -> Self:
        stream = f"{self._address.replace('http', 'ws', 1)}/_stcore/stream"
        self._socket = await connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None)
        self._listening = asyncio.create_task(self._listen())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._stop_timers()
        self._listening.cancel()
        await self._socket.close()

    async def see(self, chosen: Values) -> float:
        """Ask for this filter; the seconds until the server has finished its run."""
        self._chosen = chosen
        self._done.clear()
        self.received = 0
        self._stop_timers()
        began = time.perf_counter()
        await self._send(self._state())
        await asyncio.wait_for(self._done.wait(), LONGEST)
        return time.perf_counter() - began

    async def _listen(self) -> None:
        async for frame in self._socket:
            assert isinstance(frame, bytes)
            self.received += len(frame)
            self._take(ForwardMsg.FromString(frame))

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._page = message.new_session.page_script_hash
        elif kind == "delta":
            if message.metadata.cacheable:
                self._held.add(message.hash)
            self._know(message.delta.new_element)
        elif kind == "auto_rerun":
            self._repeat(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            self._done.set()

    def _know(self, element: Element) -> None:
        """Remember the widget of a parameter."""
        widget = getattr(element, element.WhichOneof("type") or "", None)
        if parameter := getattr(widget, "query_param_key", ""):
            self._widgets[parameter] = widget.id  # type: ignore[union-attr]

    def _stop_timers(self) -> None:
        """As the browser does when a run of the whole page begins: the run sets them again."""
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()

    def _repeat(self, fragment: str, seconds: float) -> None:
        async def again() -> None:
            while True:
                await asyncio.sleep(seconds)
                await self._send(ClientState(fragment_id=fragment, is_auto_rerun=True), self._state())

        self._timers.append(asyncio.create_task(again()))

    def _state(self) -> ClientState:
        values = [_value(self._widgets[name], value) for name, value in self._chosen.items() if name in self._widgets]
        return ClientState(
            query_string=urlencode({name: value for name, value in self._chosen.items() if value}, doseq=True),
            page_script_hash=self._page,
            widget_states=WidgetStates(widgets=values),
            cached_message_hashes=self._held,
        )

    async def _send(self, *states: ClientState) -> None:
        message = BackMsg()
        for state in states:
            message.rerun_script.MergeFrom(state)
        await self._socket.send(message.SerializeToString())


def _value(widget: str, value: str | list[str]) -> WidgetState:
    if isinstance(value, str):
        return WidgetState(id=widget, string_value=value)
    return WidgetState(id=widget, string_array_value=StringArray(data=value))

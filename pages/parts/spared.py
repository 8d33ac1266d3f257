"""A part of a page that fails takes nothing else away."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

_LOG: Final = logging.getLogger(__name__)


@contextmanager
def spared(part: str) -> Iterator[None]:
    """Leave this part out where it fails, say so in one line, and keep the cause in the server's log.

    For what tells the events once more, a chart or a summary: the list of them must stand, whatever a table holds.
    """
    try:
        yield
    except Exception:  # whatever it is: Streamlit's own signals to stop or to run again are no Exception
        _LOG.exception("%s could not be drawn", part)
        st.warning(f"{part} could not be drawn. The list below holds the same events.", icon=":material/error:")

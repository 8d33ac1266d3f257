"""The app for `streamlit run app.py` and `uvicorn app:app`."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent
# The pages import `pages…` and `pipeline…` wherever the server was started from.
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from pages.server import memory  # noqa: E402
from pages.server.bare import bare_streamlit  # noqa: E402
from pages.server.middleware import MIDDLEWARE  # noqa: E402
from pages.server.routes import EXPORTS, PAGES, warm  # noqa: E402

plain = bare_streamlit()
if not plain:
    memory.use_one_heap()
app = st.App(
    ROOT / "pages" / "router.py",
    routes=EXPORTS if plain else [*EXPORTS, *PAGES],
    middleware=[] if plain else MIDDLEWARE,
    lifespan=None if plain else warm,
)

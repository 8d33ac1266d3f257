"""The door. `streamlit run app.py` and `uvicorn app:app` both start it."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent
# The pages import `pages…` and `pipeline…` wherever the server was started from.
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from pages.server import memory  # noqa: E402
from pages.server.middleware import MIDDLEWARE  # noqa: E402
from pages.server.routes import ROUTES, warm  # noqa: E402

memory.use_one_heap()
app = st.App(ROOT / "pages" / "router.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=warm)

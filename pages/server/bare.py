"""The switch that serves bare Streamlit, to find out whether a fault is Streamlit's or comes from pages/server."""

import os


def bare_streamlit() -> bool:
    """Whether BROKEN_RANKS_PLAIN=1 is set.

    Then app.py adds nothing to Streamlit but /healthz and the exports: no middleware, no link preview, no first paint,
    no lean bundles, no memory settings, no warm start; and the router leaves out the render lock and link_script.
    """
    return os.environ.get("BROKEN_RANKS_PLAIN") == "1"

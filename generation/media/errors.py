"""What can go wrong between clips and a finished film, in sentences a person can act on."""

from __future__ import annotations


class MediaError(Exception):
    """The media work could not be done. The message is written for the user; `log` is what ffmpeg said last."""

    def __init__(self, message: str, *, log: str = "") -> None:
        super().__init__(message)
        self.log = log


class BrokenMedia(MediaError):
    """A file cannot be read as the picture, clip or sound that it should be."""


class DiskFull(MediaError):
    """There is no room left where the film is being made."""

"""What is asked about photos in a call. The photo itself comes by HTTP: `PUT /api/photos/<photo>`."""

from typing import ClassVar

from server.protocol.commands.command import AGENT, CITIZEN, Command
from server.protocol.results import PhotoShown
from server.protocol.words import Identifier, PhotoPurpose


class AskPhoto(Command, frozen=True, kw_only=True):
    """Ask the citizen in a call for a photo. One question stands at a time: asking again shows that one."""

    event: ClassVar[str] = "photo.ask"
    by: ClassVar = AGENT
    result: ClassVar = PhotoShown
    conversation: Identifier
    call: Identifier
    purpose: PhotoPurpose


class AnswerPhoto(Command, frozen=True, kw_only=True):
    """Agree to send a photo, or not. A no has no consequence, also after a yes, as long as no photo was sent."""

    event: ClassVar[str] = "photo.answer"
    by: ClassVar = CITIZEN
    result: ClassVar = PhotoShown
    conversation: Identifier
    photo: Identifier
    agree: bool


class WithdrawPhoto(Command, frozen=True, kw_only=True):
    """Take the question back. What was sent before is not changed by it."""

    event: ClassVar[str] = "photo.withdraw"
    by: ClassVar = AGENT
    result: ClassVar = PhotoShown
    conversation: Identifier
    photo: Identifier


class RemovePhoto(Command, frozen=True, kw_only=True):
    """Erase a photo, as long as the report that it belongs to is not filed."""

    event: ClassVar[str] = "photo.remove"
    by: ClassVar = AGENT
    result: ClassVar = PhotoShown
    conversation: Identifier
    photo: Identifier

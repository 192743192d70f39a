"""Entries of the photos that citizens send in a call."""

from typing import Annotated

from msgspec import Meta

from server.protocol.body import Body
from server.protocol.words import Digest, Identifier, PhotoPurpose


class PhotoAsked(Body, frozen=True, kw_only=True, tag="photo.asked"):
    """The agent asks the citizen for a photo. Saying no has no consequence."""

    photo: Identifier
    call: Identifier
    purpose: PhotoPurpose


class PhotoDeclined(Body, frozen=True, kw_only=True, tag="photo.declined"):
    """The citizen would rather not send one."""

    photo: Identifier


class PhotoTaken(Body, frozen=True, kw_only=True, tag="photo.taken"):
    """The citizen took a photo, looked at it and sent it. It is kept: a JPEG of this digest, size in bytes and measures
    in pixels."""

    photo: Identifier
    purpose: PhotoPurpose
    sha256: Digest
    size: Annotated[int, Meta(ge=1)]
    width: Annotated[int, Meta(ge=1)]
    height: Annotated[int, Meta(ge=1)]
    report: Identifier | None = None


class PhotoErased(Body, frozen=True, kw_only=True, tag="photo.erased"):
    """The key of a photo was destroyed: nobody can open it any more. By an agent, who removed it from a report that was
    not filed, or by the desk, because its time was over."""

    photo: Identifier

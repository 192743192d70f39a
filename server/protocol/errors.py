"""How the desk refuses: one exception, one code per refusal. Prose lives in the catalogues, `errors.ftl`."""

from typing import Annotated, Literal, get_args

from msgspec import Meta

from server.protocol.words import Word

Code = Literal[
    # what was sent
    "malformed",
    "unknown_command",
    "too_large",
    "outdated_protocol",
    "client_id_reused",
    "too_many_requests",
    # who asks
    "not_signed_in",
    "wrong_credentials",
    "not_allowed",
    "token_malformed",
    "token_expired",
    "ticket_used",
    # what it is about
    "no_such_conversation",
    "conversation_closed",
    "not_closed",
    "already_taken",
    "at_capacity",
    "not_accepting",
    "no_such_team",
    "no_such_agent",
    "no_such_outcome",
    "no_such_form",
    "no_such_report",
    "report_changed",
    "report_filed",
    "report_incomplete",
    "report_not_offered",
    "no_such_call",
    "call_in_progress",
    "call_over",
    "no_such_answer",
    "personal_data",
    "call_full",
    "in_another_call",
    "open_elsewhere",
    "invitation_over",
    "no_media_worker",
    "media_failed",
    "no_such_recording",
    "recording_not_allowed",
    "recording_refused",
    "recording_over",
    "recording_unavailable",
    "no_such_photo",
    "not_a_photo",
    "photo_too_large",
    "photo_not_agreed",
    "photo_over",
    "photo_unavailable",
    "too_many_photos",
    # the desk itself
    "unavailable",
]
"""Every refusal there is. What each means and what to do next stands in `docs/protocol.md`."""

CODES: tuple[Code, ...] = get_args(Code)

MEANINGS: dict[Code, str] = {
    "malformed": "The payload does not fit the command; `field` names where, if known. Repeating it will not help.",
    "unknown_command": "There is no such command on this namespace.",
    "too_large": "The payload is larger than the desk takes. Send less at once.",
    "outdated_protocol": "The client speaks another version of this contract. Load the page again.",
    "client_id_reused": "This `client_id` was used for another payload. Send it under a new one.",
    "too_many_requests": "Too much at once. Try again after `retry_after` seconds.",
    "not_signed_in": "The sign-in ended. Sign in again.",
    "wrong_credentials": "Name and password do not go together.",
    "not_allowed": "This participant may not do this here.",
    "token_malformed": "A token is 256 random bits as base64url without padding.",
    "token_expired": "The token expired or was revoked. Open a new conversation under a new token.",
    "ticket_used": "The code was used, or its sixty seconds are over. Ask for a new one.",
    "no_such_conversation": "There is no such conversation, or not for you.",
    "conversation_closed": "The conversation is closed. Open a new one.",
    "not_closed": "This can be done once the conversation is closed.",
    "already_taken": "Somebody else took the conversation first.",
    "at_capacity": "You have as many conversations as you may have at once. Close or transfer one first.",
    "not_accepting": "You, or the agent you named, do not accept conversations now.",
    "no_such_team": "The zone has no such team.",
    "no_such_agent": "There is no such agent.",
    "no_such_outcome": "The zone has no such outcome.",
    "no_such_form": "The zone has no such form.",
    "no_such_report": "There is no such report in this conversation.",
    "report_changed": "Somebody changed the same fields since the revision you saw. Read the report again.",
    "report_filed": "The report is filed and cannot be changed any more.",
    "report_incomplete": "Fields are missing or wrong; `fields` names them with what is wrong.",
    "report_not_offered": "The report has not been offered for confirmation yet.",
    "no_such_call": "There is no such call in this conversation.",
    "call_in_progress": "There is a call in this conversation already.",
    "call_over": "The call is over. Propose a new one.",
    "no_such_answer": "The bot said nothing under this number.",
    "personal_data": "The text still seems to hold personal data; `field` names what. Write it without.",
    "call_full": "Four parties are in the call, or asked into it. One must leave first.",
    "in_another_call": "You are in another call. End it first, or hand it over.",
    "open_elsewhere": "Another page of yours has this call since. To take it back, offer from a new peer connection.",
    "invitation_over": "The link was used, has expired, or its call is over. Ask for a new one.",
    "no_media_worker": "No media worker is free now. Go on by chat, and try again later.",
    "media_failed": "The call could not be connected. Go on by chat, and try again.",
    "no_such_recording": "There is no such recording in this conversation, or nothing of it is left.",
    "recording_not_allowed": "The zone does not let calls about this topic be recorded.",
    "recording_refused": "Somebody in this call did not agree to be recorded. They are not asked again.",
    "recording_over": "The recording is over.",
    "recording_unavailable": "Nothing can be recorded, or shown, here. Go on without, and write down what matters.",
    "no_such_photo": "There is no such photo, not for you, or nothing of it is left.",
    "not_a_photo": "What was sent is not a JPEG that the desk takes. Take another photo.",
    "photo_too_large": "The photo has too many bytes or pixels. Make it smaller, and send it again.",
    "photo_not_agreed": "The citizen has not agreed to send this photo.",
    "photo_over": "The question was answered or withdrawn, or another photo was sent for it. Ask for a new one.",
    "photo_unavailable": "Photos cannot be kept or shown here just now. Go on without.",
    "too_many_photos": "The conversation has as many photos as it may have. Remove one first.",
    "unavailable": "The desk cannot do this just now, or cannot say whether it did. Repeat the same in a moment.",
}


class Refused(Word, frozen=True, kw_only=True):
    """What an acknowledgement holds under `error`."""

    code: Code
    field: Annotated[str, Meta(max_length=200)] | None = None
    retry_after: float | None = None
    fields: dict[str, str] = {}


class Refusal(Exception):
    """A command, page or connection was refused for the reason named by `code`."""

    def __init__(
        self,
        code: Code,
        *,
        field: str | None = None,
        retry_after: float | None = None,
        fields: dict[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.refused = Refused(code=code, field=field, retry_after=retry_after, fields=fields or {})

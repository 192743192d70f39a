"""The router: from a decoded command to the use case that carries it out."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from server.desk.audience import Audience
from server.desk.bot_review import BotReview
from server.desk.call_media import CallMedia
from server.desk.calls import Calls
from server.desk.connections import IN_CALL, Connection, Connections
from server.desk.contacts import Contacts
from server.desk.conversations import Conversations
from server.desk.dispatch import Dispatch
from server.desk.guests import Guests
from server.desk.lessons import Lessons
from server.desk.live_text import LiveText
from server.desk.marks import Marks
from server.desk.messages import Messages
from server.desk.network_tests import NetworkTests
from server.desk.parties import Parties
from server.desk.photos import Photos
from server.desk.recording_library import RecordingLibrary
from server.desk.recordings import Recordings
from server.desk.reports import Reports
from server.desk.tickets import Tickets
from server.desk.triage import Triage
from server.protocol import commands as c
from server.protocol.errors import Refusal
from server.protocol.results import AssignmentTaken, ConversationShown, GuestShown
from server.protocol.words import Kind, LogName, Word

FOLLOWED: dict[Kind, tuple[LogName, ...]] = {
    "citizen": ("shared",),
    "agent": ("shared", "staff"),
    "bot": ("shared",),
    "guest": (),
}
"""Which logs of a conversation each kind of participant may receive. Only agents ever get the staff log; a guest
follows the call alone."""

UseCase = Callable[[Any, Any, datetime], Awaitable[Word]]


@dataclass
class Router:
    """Carries out commands for a connection, and lets it follow the conversations that it is shown."""

    connections: Connections
    audience: Audience
    conversations: Conversations
    messages: Messages
    live_text: LiveText
    dispatch: Dispatch
    triage: Triage
    calls: Calls
    call_media: CallMedia
    parties: Parties
    guests: Guests
    recordings: Recordings
    library: RecordingLibrary
    photos: Photos
    reports: Reports
    tickets: Tickets
    contacts: Contacts
    marks: Marks
    bot_review: BotReview
    lessons: Lessons
    network_tests: NetworkTests

    def __post_init__(self) -> None:
        self._use_cases: dict[type[c.Command], UseCase] = {
            c.OpenConversation: self.conversations.open,
            c.ShowConversation: self.conversations.show,
            c.ChooseLanguage: self.conversations.choose_language,
            c.EndConversation: self.conversations.end,
            c.RateConversation: self.conversations.rate,
            c.RenewToken: self.conversations.renew_token,
            c.RevokeToken: self.conversations.revoke_token,
            c.SyncLog: self.messages.sync,
            c.PostMessage: self.messages.post,
            c.PostNote: self.messages.note,
            c.MarkRead: self.messages.mark_read,
            c.ShowWriting: self.live_text.show_writing,
            c.ShowSigning: self.live_text.show_signing,
            c.RequestPerson: self.dispatch.request_person,
            c.SetAvailability: self.dispatch.set_availability,
            c.TakeConversation: self.dispatch.take,
            c.StateNeed: self.dispatch.state_need,
            c.TransferConversation: self.dispatch.transfer,
            c.CloseConversation: self.dispatch.close,
            c.RaiseEmergency: self.triage.raise_emergency,
            c.RecordTriage: self.triage.record,
            c.ProposeCall: self.calls.propose,
            c.AcceptCall: self.calls.accept,
            c.DeclineCall: self.calls.decline,
            c.MintTurn: self.call_media.mint_turn,
            c.OfferMedia: self.call_media.offer,
            c.ReportIncident: self.call_media.report_incident,
            c.HoldCall: self.parties.hold,
            c.HangUp: self.calls.hang_up,
            c.InviteAgent: self.parties.invite,
            c.InviteGuest: self.guests.invite,
            c.JoinCall: self.parties.join,
            c.DeclineInvitation: self.parties.decline,
            c.AdmitGuest: self.guests.admit,
            c.RemoveParty: self.parties.remove,
            c.EnterCall: self.guests.enter,
            c.ProposeRecording: self.recordings.propose,
            c.AnswerRecording: self.recordings.answer,
            c.PauseRecording: self.recordings.pause,
            c.ResumeRecording: self.recordings.resume,
            c.StopRecording: self.recordings.stop,
            c.HoldRecording: self.recordings.hold,
            c.OpenRecording: self.library.open,
            c.AskPhoto: self.photos.ask,
            c.AnswerPhoto: self.photos.answer,
            c.WithdrawPhoto: self.photos.withdraw,
            c.RemovePhoto: self.photos.remove,
            c.StartReport: self.reports.start,
            c.FillReport: self.reports.fill,
            c.ShowReport: self.reports.show,
            c.OfferReport: self.reports.offer,
            c.ConfirmReport: self.reports.confirm,
            c.RecordPvNumber: self.reports.record_pv_number,
            c.MintTicket: self.tickets.mint,
            c.MarkAnswer: self.marks.mark,
            c.UnmarkAnswer: self.marks.unmark,
            c.FindContacts: self.contacts.find,
            c.LinkContact: self.contacts.link,
            c.ReviewBot: self.bot_review.figures,
            c.ListUtterances: self.bot_review.utterances,
            c.AddLesson: self.lessons.add,
            c.RemoveLesson: self.lessons.remove,
            c.OfferTest: self.network_tests.offer,
            c.EndTest: self.network_tests.end,
        }

    async def carry_out(self, connection: Connection, command: c.Command, now: datetime) -> Word:
        """Carry out a command in the name of whoever is connected. Raises Refusal: `no_such_conversation` also to a bot
        that was not given the conversation, or to which it is not given any more."""
        if connection.actor.kind == "bot" and getattr(command, "conversation", None) not in connection.follows:
            raise Refusal("no_such_conversation")
        match command:
            case c.WatchQueue():
                return await self.dispatch.watch(connection.actor, command, connection, now)  # type: ignore[arg-type]
            case c.ShowTyping():
                return await self.messages.show_typing(connection.actor, command, connection, now)
            case c.StartTest():
                return await self.network_tests.start(connection.actor, command, connection.address, now)  # type: ignore[arg-type]
            case c.PostMessage(call=str(call)):
                return await self.live_text.end_line(connection.actor, command, call, now)
        result = await self._use_cases[type(command)](connection.actor, command, now)
        match result:
            case ConversationShown():
                if await self._follow(connection, result.conversation, (result.shared_last, result.staff_last)):
                    again = await self._use_cases[type(command)](connection.actor, command, now)
                    result = again if isinstance(again, ConversationShown) else result
                if result.call is not None:
                    connection.hurry(result.call.state in IN_CALL)
                if isinstance(command, c.OpenConversation) and command.entries is not None:
                    return await self._with_the_last(connection, result, command.entries, now)
            case AssignmentTaken(conversation=str(taken)):
                await self._follow(connection, taken)
            case GuestShown():
                await self._follow(connection, result.conversation)
                connection.hurry(True)
        return result

    async def _with_the_last(self, connection: Connection, shown: ConversationShown, last: int, now: datetime) -> Word:
        """What is shown, and the last of the log with it: read once it is followed, so that nothing falls between what
        comes here and what arrives by itself."""
        # As many as one part may have: what is added meanwhile comes along.
        wanted = c.SyncLog(conversation=shown.conversation, after=max(0, shown.shared_last - last), limit=500)
        found = await self.messages.sync(connection.actor, wanted, now)
        return replace(shown, entries=found.entries)

    async def _follow(self, connection: Connection, conversation: str, known: tuple[int, int] = (0, 0)) -> bool:
        """What is appended from now on reaches the connection; what was before, it reads by `log.sync`.

        Whether a log has grown since it was `known`: what else stood there may have changed with it, and nobody told.
        """
        self.connections.follow(connection, conversation, FOLLOWED[connection.actor.kind], known)
        found = await self.audience.review(conversation)
        if found is None:
            return False
        lasts = {"shared": (found.shared_last, known[0]), "staff": (found.staff_last, known[1])}
        return any(lasts[log][0] > lasts[log][1] for log in FOLLOWED[connection.actor.kind])

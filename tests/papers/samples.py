"""A zone, a form with every kind of question, a report on it, and a conversation in which everything happens."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec

from server.domain.field import (
    AmountField,
    ChoiceField,
    DateField,
    EmailField,
    Field,
    LongTextField,
    MomentField,
    NationalNumberField,
    Option,
    PhoneField,
    SerialField,
    StreetField,
    TextField,
    YesNoField,
)
from server.domain.form import Form, Section
from server.domain.report import Touch, digest
from server.papers.paper import Attachment, ReportPaper, TranscriptPaper
from server.protocol.call_entries import (
    CallAccepted,
    CallDeclined,
    CallEnded,
    CallIncident,
    CallJoined,
    CallLeft,
    CallProposed,
    CallStarted,
)
from server.protocol.entries import (
    AnyBody,
    ConversationClosed,
    ConversationOpened,
    ConversationQueued,
    ConversationRated,
    EmergencyRaised,
    Entry,
    LanguageChosen,
    MessagePosted,
    ParticipantJoined,
    ParticipantLeft,
    PvNumberRecorded,
    ReportChanged,
    ReportFiled,
    ReportOffered,
    ReportStarted,
)
from server.protocol.photo_entries import PhotoAsked, PhotoDeclined, PhotoErased, PhotoTaken
from server.protocol.recording_entries import (
    RecordingAnswered,
    RecordingErased,
    RecordingPaused,
    RecordingProposed,
    RecordingResumed,
    RecordingStarted,
    RecordingStopped,
)
from server.protocol.words import Author, Choice, FieldValue, Kind, Language, Link, PhotoPurpose
from server.zone import Zone, demo_folder, load_zone

FILED_AT = datetime(2026, 3, 14, 13, 2, 5, tzinfo=UTC)
"""On a Saturday in winter: 14:02 in Brussels."""

CITIZEN = Author(participant="p_citizen0", kind="citizen")
BOT = Author(participant="p_thebot00", kind="bot", name="Onlineloket")
AGENT = Author(participant="p_agent000", kind="agent", name="Sofie", role="hoofdinspecteur")
DESK = Author(participant="p_desk0000", kind="desk")
GUEST = Author(participant="p_guest00000", kind="guest", name="Samira")

REFERENCE = "OL-2026-7KQ4-M2XD-5"
CALL = "k_call00000"
RECORDING = "rec_recording0"
REPORT = "r_report0000"
PHOTO = "pho_photo0001"


def texts(text: str) -> dict[Language, str]:
    """The same text in every language, each told by its mark."""
    return {"nl": f"{text} (nl)", "fr": f"{text} (fr)", "en": f"{text} (en)", "de": f"{text} (de)"}


QUESTIONS: tuple[Field, ...] = (
    TextField(id="brand", label=texts("Brand")),
    ChoiceField(
        id="colour",
        label=texts("Colour"),
        options=(Option(id="red", label=texts("Red")), Option(id="blue", label=texts("Blue"))),
    ),
    YesNoField(id="locked", label=texts("Locked")),
    TextField(id="lock", label=texts("Lock"), when={"locked": True}),
    TextField(id="sticker", label=texts("Sticker")),
)
CIRCUMSTANCES: tuple[Field, ...] = (
    DateField(id="bought", label=texts("Bought on")),
    MomentField(id="gone", label=texts("Gone since")),
    StreetField(id="street", label=texts("Street")),
    AmountField(id="worth", label=texts("Worth")),
    PhoneField(id="phone", label=texts("Phone")),
    EmailField(id="email", label=texts("E-mail")),
    SerialField(id="serial", label=texts("Serial number")),
    NationalNumberField(id="national", label=texts("National number")),
    LongTextField(id="story", label=texts("Story")),
)
FORM = Form(
    id="bike_theft",
    version=3,
    topic="bike_theft",
    title=texts("Bicycle theft"),
    sections=(
        Section(id="bicycle", title=texts("The bicycle"), fields=QUESTIONS),
        Section(id="circumstances", title=texts("What happened"), fields=CIRCUMSTANCES),
    ),
    time_zone="Europe/Brussels",
)

FIELDS: Mapping[str, FieldValue] = {
    "brand": "Gazelle",
    "colour": "red",
    "locked": False,
    "bought": "2024-05-01",
    "gone": "2026-03-13Tevening",
    "street": "Bruul",
    "worth": 1849.5,
    "phone": "0470 12 34 56",
    "email": "an@example.be",
    "serial": "GZ-123/456",
    "national": "85.07.30-033.28",
    "story": "Ik zette mijn fiets op slot.\n\nToen ik terugkwam, was hij weg.",
}


def demo_zone() -> Zone:
    """The zone that ships with the desk."""
    return load_zone(demo_folder())


def report(
    zone: Zone,
    *,
    language: Language = "nl",
    fields: Mapping[str, FieldValue] = FIELDS,
    form: Form | None = FORM,
    pv_number: str | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> ReportPaper:
    """A report that was filed at `FILED_AT`, filled by bot, agent and citizen in turn."""
    hands: tuple[Kind, ...] = ("bot", "agent", "citizen")
    return ReportPaper(
        zone=zone,
        language=language,
        written_in="nl",
        report=REPORT,
        form_id=FORM.id,
        form_version=FORM.version,
        form=form,
        team=zone.central_team.id,
        revision=12,
        fields=fields,
        touched={
            id: Touch(revision=at + 1, kind=hands[at % 3], at=FILED_AT - timedelta(minutes=30 - at))
            for at, id in enumerate(fields)
        },
        reference=REFERENCE,
        filed_at=FILED_AT,
        digest=digest(FORM.id, FORM.version, fields),
        taken_by=AGENT,
        participants=(CITIZEN, BOT, AGENT),
        pv_number=pv_number,
        attachments=attachments,
    )


def photo(number: int, purpose: PhotoPurpose, picture: bytes | None) -> Attachment:
    """A photo that was sent with the report; `picture`: what is to be printed of it."""
    return Attachment(
        id=f"pho_photo000{number}",
        purpose=purpose,
        taken_at=FILED_AT - timedelta(minutes=10),
        size=2_812_345,
        width=4032,
        height=3024,
        sha256=f"{number:064x}",
        picture=picture,
    )


def entries(*said: tuple[Author, AnyBody], start: datetime = FILED_AT) -> tuple[Entry, ...]:
    """A shared log in which each follows the other by twenty seconds."""
    return tuple(
        Entry(
            conversation="c_talk00000",
            log=body.log,
            number=number,
            at=start + timedelta(seconds=20 * number),
            author=author,
            body=body,
        )
        for number, (author, body) in enumerate(said, start=1)
    )


def talk(zone: Zone, said: Sequence[tuple[Author, AnyBody]], language: Language = "nl") -> TranscriptPaper:
    """A transcript of what was said."""
    return TranscriptPaper(zone=zone, language=language, conversation="c_talk00000", entries=entries(*said))


def whole_talk(zone: Zone, language: Language = "nl") -> TranscriptPaper:
    """A conversation in which everything that can happen in a shared log happens at least once."""
    return talk(zone, EVERYTHING, language)


def joined(author: Author) -> ParticipantJoined:
    return ParticipantJoined(participant=author)


EVERYTHING: tuple[tuple[Author, AnyBody], ...] = (
    (CITIZEN, ConversationOpened(language="nl", site="https://www.example.be")),
    (BOT, joined(BOT)),
    (
        BOT,
        MessagePosted(
            text="Dag. Ik ben een bot. Waarmee kan ik u helpen?",
            choices=(
                Choice(value="door.victim", label="Ik ben slachtoffer"),
                Choice(value="door.report", label="Melden"),
            ),
            links=(Link(href="https://www.example.be/fiets", label="Meer over fietsen"),),
        ),
    ),
    (CITIZEN, MessagePosted(text="Mijn fiets is weg.\nEn mijn helm ook.")),
    (BOT, EmergencyRaised(tier=2)),
    (CITIZEN, LanguageChosen(language="fr")),
    (CITIZEN, MessagePosted(text="Une personne, s'il vous plaît")),
    (DESK, ConversationQueued(team="central", reason="requested")),
    (BOT, ParticipantLeft(participant=BOT, reason="transfer")),
    (AGENT, joined(AGENT)),
    (AGENT, MessagePosted(text="Bonjour, je suis Sofie.")),
    (CITIZEN, MessagePosted(text="مرحبا، لقد سرقت دراجتي")),
    (AGENT, CallProposed(call=CALL, video=True)),
    (CITIZEN, CallDeclined(call=CALL)),
    (CITIZEN, CallProposed(call=CALL, video=False)),
    (AGENT, CallAccepted(call=CALL)),
    (DESK, CallStarted(call=CALL)),
    (DESK, CallIncident(call=CALL, incident="connection_lost", party=CITIZEN.participant)),
    (GUEST, CallJoined(call=CALL, participant=GUEST)),
    (AGENT, CallLeft(call=CALL, participant=GUEST, reason="removed")),
    (AGENT, RecordingProposed(recording=RECORDING, call=CALL)),
    (CITIZEN, RecordingAnswered(recording=RECORDING, agreed=True)),
    (DESK, RecordingStarted(recording=RECORDING)),
    (CITIZEN, RecordingPaused(recording=RECORDING, reason="asked")),
    (CITIZEN, RecordingResumed(recording=RECORDING)),
    (AGENT, RecordingStopped(recording=RECORDING, reason="asked")),
    (AGENT, PhotoAsked(photo=PHOTO, call=CALL, purpose="damage")),
    (CITIZEN, PhotoDeclined(photo=PHOTO)),
    (CITIZEN, PhotoTaken(photo=PHOTO, purpose="damage", sha256="3c" * 32, size=2_812_345, width=4032, height=3024)),
    (AGENT, PhotoErased(photo=PHOTO)),
    (DESK, CallEnded(call=CALL, reason="hung_up", seconds=754)),
    (DESK, RecordingErased(recording=RECORDING)),
    (AGENT, ReportStarted(report=REPORT, form="bike_theft", form_version=3)),
    (AGENT, ReportChanged(report=REPORT, revision=1, fields={"brand": "Gazelle"})),
    (AGENT, ReportChanged(report=REPORT, revision=2, fields={"colour": "red"})),
    (CITIZEN, ReportChanged(report=REPORT, revision=3, fields={"colour": "blue"})),
    (AGENT, ReportOffered(report=REPORT, revision=3)),
    (CITIZEN, ReportFiled(report=REPORT, revision=3, reference=REFERENCE)),
    (AGENT, PvNumberRecorded(report=REPORT, pv_number="ME.18.L1.012345/2026")),
    (AGENT, ConversationClosed(reason="agent")),
    (CITIZEN, ConversationRated(score=4, comment="Snel geholpen, <b>merci</b>")),
)


def with_rights(zone: Zone, text: str) -> Zone:
    """The zone with a text of one's own among the statement rights."""
    return replace(zone, rights=msgspec.structs.replace(zone.rights, items=(texts(text),)))

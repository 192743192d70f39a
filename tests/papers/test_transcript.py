"""The transcript tells everything of the shared log and nothing of the staff's."""

import re
from datetime import UTC, datetime
from typing import Any, get_args, get_type_hints

import pytest

from server.papers.events import text_id
from server.papers.notation import Notation
from server.papers.paper import LONGEST_TALK, TranscriptPaper
from server.papers.printer import Printer
from server.papers.sheet import Heading, Line, Talk
from server.papers.transcript import transcript
from server.papers.typesetter import PaperError
from server.protocol.body import Body
from server.protocol.call_entries import CallEnded, CallLeft
from server.protocol.entries import (
    AnyBody,
    ConversationClosed,
    ConversationOpened,
    ConversationQueued,
    MessagePosted,
    NotePosted,
    ParticipantLeft,
    ReportChanged,
)
from server.protocol.recording_entries import RecordingStopped
from server.protocol.words import LANGUAGES, Author, Language
from server.zone import Zone
from server.zone.catalogue import Catalogues
from tests.papers.pdf import Pdf
from tests.papers.samples import (
    AGENT,
    BOT,
    CITIZEN,
    DESK,
    EVERYTHING,
    FILED_AT,
    GUEST,
    entries,
    joined,
    talk,
    whole_talk,
)

Said = tuple[Author, AnyBody]

OPENED: Said = (CITIZEN, ConversationOpened(language="nl"))
SHARED = {body for body in get_args(AnyBody) if body.log == "shared"}


def reasons(body: type[Body]) -> tuple[Any, ...]:
    """The values that the reason of such an entry may have."""
    return get_args(get_type_hints(body)["reason"])


def lines(catalogues: Catalogues, paper: TranscriptPaper) -> list[Line]:
    notation = Notation(catalogues[paper.language], paper.zone.calendar.time_zone)
    blocks = transcript(paper, notation).blocks
    return [line for block in blocks if isinstance(block, Talk) for line in block.lines]


def test_the_sample_has_everything_that_can_happen() -> None:
    assert {type(body) for _, body in EVERYTHING} == SHARED


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_happens_can_be_told(catalogues: Catalogues, zone: Zone, language: Language) -> None:
    told = lines(catalogues, whole_talk(zone, language))
    assert len(told) == len(EVERYTHING) - 1  # two changes by one hand are one line
    assert all(line.passage.text for line in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_of_every_event_is_a_sentence(catalogues: Catalogues, zone: Zone, language: Language) -> None:
    people = (CITIZEN, BOT, AGENT)
    said: list[Said] = [OPENED]
    said += [(who, ParticipantLeft(participant=who, reason=why)) for who in people for why in reasons(ParticipantLeft)]
    said += [
        (who, CallLeft(call="k_call00000", participant=who, reason=why))
        for who in (CITIZEN, AGENT, GUEST)
        for why in reasons(CallLeft)
    ]
    said += [(DESK, ConversationQueued(team="nobody", reason=why)) for why in reasons(ConversationQueued)]
    said += [(DESK, CallEnded(call="k_call00000", reason=why, seconds=61)) for why in reasons(CallEnded)]
    said += [(AGENT, RecordingStopped(recording="rec_recording0", reason=why)) for why in reasons(RecordingStopped)]
    said += [(DESK, ConversationClosed(reason=why)) for why in reasons(ConversationClosed)]
    told = [line.passage.text for line in lines(catalogues, talk(zone, said, language))]
    assert all(sentence.endswith(".") for sentence in told)
    assert len(set(told)) > len(told) / 2


def test_who_said_what_when_and_in_which_language(catalogues: Catalogues, zone: Zone) -> None:
    told = lines(catalogues, whole_talk(zone))
    said = [line for line in told if line.who]
    assert [(line.kind, line.who) for line in said[:2]] == [
        ("bot", "Digitale assistent (bot, geen mens)"),
        ("citizen", "Burger"),
    ]
    assert (said[1].hour, said[1].moment) == ("14:03", "2026-03-14T14:03:25+01:00")
    assert [line.passage.language for line in said] == ["nl", "nl", "fr", "fr", "und"]
    assert said[-1].passage.direction == "rtl"


def test_what_was_offered_stands_with_it(catalogues: Catalogues, zone: Zone) -> None:
    (first, *_) = [line for line in lines(catalogues, whole_talk(zone)) if line.who]
    assert first.notes == (
        "Mogelijke antwoorden: Ik ben slachtoffer · Melden",
        "Meer over fietsen: https://www.example.be/fiets",
    )


def test_a_row_of_corrections_by_one_hand_is_one_line(catalogues: Catalogues, zone: Zone) -> None:
    change = ReportChanged(report="r_report0000", revision=1, fields={"brand": "Gazelle"})
    said: list[Said] = [OPENED, (AGENT, change), (AGENT, change), (CITIZEN, change), (AGENT, change)]
    assert [line.passage.text for line in lines(catalogues, talk(zone, said))[1:]] == [
        "Sofie, hoofdinspecteur vult de aangifte aan.",
        "De burger vult de aangifte aan.",
        "Sofie, hoofdinspecteur vult de aangifte aan.",
    ]


def test_each_day_has_its_heading_by_the_clock_in_the_zone(catalogues: Catalogues, zone: Zone) -> None:
    before_midnight = datetime(2026, 3, 14, 22, 59, 30, tzinfo=UTC)
    said: list[Said] = [OPENED, *[(CITIZEN, MessagePosted(text=f"{number}")) for number in range(3)]]
    paper = TranscriptPaper(
        zone=zone, language="nl", conversation="c_talk00000", entries=entries(*said, start=before_midnight)
    )
    blocks = transcript(paper, Notation(catalogues["nl"], zone.calendar.time_zone)).blocks
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "zaterdag 14 maart 2026",
        "zondag 15 maart 2026",
    ]


def test_it_says_whether_the_conversation_is_over(printer: Printer, zone: Zone) -> None:
    open_yet = talk(zone, [OPENED, (BOT, joined(BOT))])
    assert "Tot nu toe zaterdag 14 maart 2026 om 14:02" in Pdf(printer.transcript(open_yet, FILED_AT)).text
    text = Pdf(printer.transcript(whole_talk(zone), FILED_AT)).text
    assert re.search(r"Einde zaterdag 14 maart 2026 om 14:1\d", text)
    assert "Taal Nederlands, Frans" in text
    assert "Deelnemers Burger Digitale assistent (bot, geen mens) Sofie, hoofdinspecteur" in text


def test_a_remark_with_the_rating_stands_beside_it(catalogues: Catalogues, zone: Zone) -> None:
    last = lines(catalogues, whole_talk(zone))[-1]
    assert (last.passage.text, last.notes) == ("De burger geeft 4 op 5.", ("Snel geholpen, <b>merci</b>",))


def test_a_note_among_staff_is_refused(zone: Zone) -> None:
    with pytest.raises(ValueError, match="shared log only"):
        talk(zone, [OPENED, (AGENT, NotePosted(text="gsm van de buur"))])


def test_a_log_with_a_gap_is_refused(zone: Zone) -> None:
    whole = entries(OPENED, (BOT, joined(BOT)), (AGENT, joined(AGENT)))
    for part in (whole[1:], whole[::2], ()):
        with pytest.raises(ValueError, match="without gaps"):
            TranscriptPaper(zone=zone, language="nl", conversation="c_talk00000", entries=part)


def test_a_talk_too_long_for_a_pdf_can_be_had_as_a_page(printer: Printer, zone: Zone) -> None:
    """Nobody can make the desk set books by sending the longest messages for hours."""
    longest = (CITIZEN, MessagePosted(text="x" * 4000))
    fits = talk(zone, [OPENED, *[longest] * (LONGEST_TALK // 4000)])
    too_long = talk(zone, [OPENED, *[longest] * (LONGEST_TALK // 4000 + 1)])
    assert fits.fits_pdf
    assert not too_long.fits_pdf
    with pytest.raises(PaperError, match="too long"):
        printer.transcript(too_long, FILED_AT)
    assert printer.transcript_page(too_long).count("x" * 4000) == LONGEST_TALK // 4000 + 1


def test_texts_are_named_after_what_they_tell() -> None:
    assert text_id("pv_number.recorded") == "paper-event-pv-number-recorded"

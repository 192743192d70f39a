"""What parties with different browsers have in common."""

from pathlib import Path

import pytest

from server.media.agreement import Agreement, Capabilities, agree
from server.media.refusal import MediaRefusal
from server.media.relay.description import Description
from server.media.relay.numbering import Numbering, Translation
from server.media.relay.reader import read_description
from server.media.relay.whitelist import SEND_TIME, TRANSPORT_NUMBER

DESCRIPTIONS = Path(__file__).parent / "relay" / "descriptions"
CHROMIUM = (DESCRIPTIONS / "chromium_offer.sdp").read_text()
FIREFOX = (DESCRIPTIONS / "firefox_offer.sdp").read_text()


def agreed(own: str, *others: str, transparent: bool = True) -> Agreement:
    return agree(
        Capabilities.of(read_description(own)),
        [Capabilities.of(read_description(other)) for other in others],
        transparent=transparent,
    )


def media(agreement: Agreement) -> set[str]:
    return {encoding for encoding in agreement.encodings if not encoding.startswith("rtx/")}


def test_one_who_waits_may_use_all_that_is_known() -> None:
    assert media(agreed(CHROMIUM)) == {"opus", "VP8", "H264/4200", "H264/42e0", "H264/4d00"}


def test_two_browsers_use_what_both_have() -> None:
    for own, other in ((CHROMIUM, FIREFOX), (FIREFOX, CHROMIUM)):
        agreement = agreed(own, other)
        assert agreement.encodings == {"opus", "VP8", "rtx/VP8", "H264/42e0", "rtx/H264/42e0"}
        assert {SEND_TIME, TRANSPORT_NUMBER} <= agreement.extensions
        assert ("VP8", "nack pli") in agreement.features


def test_what_one_lacks_two_do_without_and_a_room_gives() -> None:
    plain = CHROMIUM.replace("a=rtcp-fb:96 nack\n", "").replace("transport-wide-cc", "x").replace(" rtx/", " x/")
    pair, room = (agreed(CHROMIUM, plain, transparent=transparent) for transparent in (True, False))
    assert ("VP8", "nack") not in pair.features
    assert TRANSPORT_NUMBER not in pair.extensions
    assert "rtx/VP8" not in pair.encodings
    assert ("VP8", "nack") in room.features
    assert TRANSPORT_NUMBER in room.extensions
    assert "rtx/VP8" in room.encodings
    assert "rtx/VP8" not in agreed(plain, CHROMIUM, transparent=False).encodings


def test_a_codec_that_one_of_three_lacks_is_nobodys() -> None:
    only_vp8 = FIREFOX.replace("H264/90000", "H265/90000")
    assert media(agreed(CHROMIUM, CHROMIUM, only_vp8, transparent=False)) == {"opus", "VP8"}


def test_who_has_no_picture_takes_nobodys_away() -> None:
    sound_only = CHROMIUM[: CHROMIUM.index("m=video")].replace("BUNDLE 0 1 2", "BUNDLE 0")
    assert "VP8" in agreed(CHROMIUM, sound_only).encodings
    assert media(agreed(sound_only, CHROMIUM)) == {"opus"}


def test_nothing_in_common_is_refused() -> None:
    only_vp8 = FIREFOX.replace("H264/", "H265/")
    only_h264 = CHROMIUM.replace("VP8/", "VP9/")
    with pytest.raises(MediaRefusal) as refused:
        agreed(only_vp8, only_h264)
    assert refused.value.code == "description_unsupported"


def test_an_answer_keeps_the_numbers_of_its_offer() -> None:
    offer = read_description(FIREFOX)
    section = agreed(FIREFOX, CHROMIUM).applied_to(offer.sections[1])
    assert [codec.payload_type for codec in section.codecs] == [120, 124, 126, 127]
    assert {extension.id for extension in section.extensions} == {4, 7}
    opus = agreed(FIREFOX, CHROMIUM).applied_to(offer.sections[0]).codecs[0]
    assert dict(opus.parameters)["usedtx"] == dict(opus.parameters)["useinbandfec"] == "1"


def test_from_one_browsers_numbers_to_anothers() -> None:
    def numbering(description: Description) -> Numbering:
        return Numbering.of(description.sections)

    chromium, firefox = numbering(read_description(CHROMIUM)), numbering(read_description(FIREFOX))
    there = Translation(chromium, firefox)
    assert [there.payload_types[number] for number in (96, 97, 108, 111, 102)] == [120, 124, 126, 109, 255]
    assert [there.extensions[number] for number in (2, 3, 13)] == [4, 7, 0]
    assert not there.is_identity
    assert Translation(chromium, chromium).is_identity

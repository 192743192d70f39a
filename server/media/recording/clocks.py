"""Clocks: when what a packet carries was seen or heard, on the clock of the machine that recorded.

A packet's timestamp is of its source's clock. Sender reports tie that to the sender's own wall clock, which sound and
picture of one party share: that gives lip-sync. The sender's wall clock may be wrong by hours; the report that was
quickest on its way shows by how much, to within the shortest time that a packet takes from there. So the films of two
parties play in sync, to within the difference of their shortest ways.
"""

from collections import defaultdict

from server.media.recording.packets import SenderReport, ahead

_WINDOW = 20_000_000
"""Microseconds in which the quickest report counts. Clocks drift apart by some 50 µs a second at most."""

_LATEST, _EARLIEST = 1_000_000, 10_000_000
"""A packet is sent after it was made and before it arrived: what a report says otherwise, by more than this, is not
believed. Reports come from the party, who may say anything."""


class PartyClock:
    """One party's clocks. First all its reports and first packets are noted, then `when` answers.

    :param rates: of each source's clock, a second.
    """

    def __init__(self) -> None:
        self._reports: dict[int, list[SenderReport]] = defaultdict(list)
        self._behind: dict[int, float] = {}
        self._anchors: dict[int, tuple[int, int]] = {}
        self._rates: dict[int, int] = {}
        self._cursor: dict[int, int] = defaultdict(int)

    def note_report(self, report: SenderReport, at: int) -> None:
        """A sender report arrived at this moment, in microseconds."""
        self._reports[report.source].append(report)
        window = at // _WINDOW
        behind = at - report.wall * 1e6
        self._behind[window] = min(self._behind.get(window, behind), behind)

    def note_packet(self, source: int, rate: int, stamp: int, at: int) -> None:
        """A packet arrived: without any report, the quickest one is what a source's clock is known by."""
        anchor = self._anchors.get(source)
        self._rates[source] = rate
        if anchor is None or at - anchor[1] < ahead(stamp, anchor[0], 32) * 1e6 / rate:
            self._anchors[source] = (stamp, at)

    def when(self, source: int, stamp: int, at: int) -> int:
        """The moment, in microseconds, that a timestamp of this source stands for; its packet arrived at `at`.

        Moments are asked for about in the order of arrival.
        """
        rate = self._rates[source]
        report = self._report_before(source, stamp)
        if report is not None:
            wall = report.wall * 1e6 + ahead(stamp, report.stamp, 32) * 1e6 / rate
            moment = wall + self._behind_at(at)
            if at - _EARLIEST <= moment <= at + _LATEST:
                return round(moment)
        anchor_stamp, anchor_at = self._anchors.get(source, (stamp, at))
        moment = anchor_at + ahead(stamp, anchor_stamp, 32) * 1e6 / rate
        return round(moment) if at - _EARLIEST <= moment <= at + _LATEST else at

    def _report_before(self, source: int, stamp: int) -> SenderReport | None:
        """The last report before this timestamp; before the first, the first."""
        reports = self._reports.get(source)
        if not reports:
            return None
        cursor = self._cursor[source]
        while cursor + 1 < len(reports) and ahead(stamp, reports[cursor + 1].stamp, 32) >= 0:
            cursor += 1
        self._cursor[source] = cursor
        return reports[cursor]

    def _behind_at(self, at: int) -> float:
        """By how much the sender's wall clock is behind ours, and a packet late, at its quickest around this moment."""
        window, rest = divmod(at, _WINDOW)
        here = self._nearest(window)
        # Between the middles of two windows, the way from one to the other: no step where they meet.
        share = rest / _WINDOW - 0.5
        beside = self._nearest(window + (1 if share > 0 else -1))
        return here + (beside - here) * abs(share)

    def _nearest(self, window: int) -> float:
        if window in self._behind:
            return self._behind[window]
        return self._behind[min(self._behind, key=lambda known: abs(known - window))]

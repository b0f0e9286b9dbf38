"""Whether something ran on a day, where its ends are known in part or not at all."""

from __future__ import annotations

from datetime import date, timedelta

from atazan.rules.day import PartialDay


def ran(since: str | None, until: str | None, day: date) -> bool | None:
    """Whether it ran on `day`: `since` counts, `until` does not; None where it cannot be told.

    Ends are days as written (2019-11-03, 2019-11 or 2019). Without `until` it runs on; without
    `since` the start was not found, so no day before the end is certain.

    >>> ran("2012-06", "2014-04", date(2012, 7, 1))
    True
    >>> ran("2012-06", "2014-04", date(2012, 6, 15)) is None
    True
    >>> ran("2012-06", "2014-04", date(2014, 5, 1))
    False
    """
    end = PartialDay.read(until) if until else None
    if end and day >= end.last:
        return False
    if since is None:
        return None
    start = PartialDay.read(since)
    if day < start.first:
        return False
    return True if start.last <= day and (end is None or day < end.first) else None


def order(written: str | None) -> tuple[bool, date]:
    """A key to sort days as written, oldest first; what has no day comes last."""
    return (written is None, PartialDay.read(written).first if written else date.max)


def last(until: str | None) -> str | None:
    """The last day, month or year that counts, as written, of an end that does not.

    >>> last("2017-01"), last("2021-08-27"), last("2024")
    ('2016-12', '2021-08-26', '2023')
    """
    if until is None:
        return None
    end = PartialDay.read(until)
    before = end.first - timedelta(days=1)
    return before.isoformat()[: len(until)]

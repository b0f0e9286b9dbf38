"""How fast `atazan check --jsonl` is: petitions a second, and against json alone.

The same lines are read and written once by `json.loads` and `json.dumps`, the least any program in
plain Python would do with them. Runs take turns; the middle of each is shown.
"""

from __future__ import annotations

import argparse
import io
import json
import random
from datetime import date, timedelta
from statistics import median
from time import process_time

from atazan.cli.check_lines import check_lines

ON = date(2026, 9, 18)
CONTENTS = [
    "c01-court-name",
    "c02-applicant-id",
    "c10-enacted-act-details",
    "c14-substance",
    "c15-facts",
    "c16-legal-basis",
    "c17-list-of-annexes",
]


def petition(number: int, dice: random.Random) -> dict[str, object]:
    """One petition of a mixed intake: most from citizens, one in three with a defect."""
    adopted = date(2025, 6, 1) + timedelta(days=dice.randrange(440))
    return {
        "id": number,
        "stage": "filed",
        "applicant": {"capacity": dice.choice(["citizen"] * 19 + ["legal_entity"])},
        "challenged": [
            {
                "act": f"Law {dice.randrange(500)}",
                "provision": f"art_{dice.randrange(1, 300)}",
                "kind": "normative",
                "status": "in_force",
            }
        ],
        "case": {
            "norm_applied": True,
            "directly_affects": dice.random() < 0.9,
            "applicant_took_part": True,
            "judicial_acts": [
                {
                    "instance": dice.choice(["appeal"] * 9 + ["first"]),
                    "adopted_on": adopted.isoformat(),
                    "in_force": True,
                }
            ],
        },
        "rights": {"whose": "own", "signs_of_violation": True},
        "subject": {"asks": "law"},
        "earlier_rulings": [],
        "papers": {
            "form": "electronic",
            "signed": True,
            "eds": True,
            "language": dice.choice(["kk", "ru"]),
            "annexes_in_other_languages": False,
            "contents": CONTENTS if dice.random() < 0.9 else CONTENTS[:-1],
            "attachments": ["a01-copies-of-acts", "a04-judicial-decision"],
        },
        "events": {"filed_on": ON.isoformat()},
    }


def seconds(work: object) -> float:
    """Processor time one call takes."""
    start = process_time()
    work()  # type: ignore[operator]
    return process_time() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--petitions", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    dice = random.Random(2026)
    lines = [json.dumps(petition(n, dice)).encode() for n in range(args.petitions)]
    ours, plain = [], []
    check_lines(lines[:100], io.BytesIO(), ON, "kk")
    for _ in range(args.runs):
        plain.append(seconds(lambda: [json.dumps(json.loads(line)) for line in lines]))
        ours.append(seconds(lambda: check_lines(lines, io.BytesIO(), ON, "kk")))
    rate, base = args.petitions / median(ours), args.petitions / median(plain)
    print(f"check --jsonl     {rate:>10,.0f} petitions a second")
    print(f"json there & back {base:>10,.0f} lines a second")
    print(f"ratio             {rate / base:>10.2f}")


if __name__ == "__main__":
    main()

"""How right the reading of texts is, on the annotated set: `make eval`.

The unseen part is kept from those who write patterns: of its errors only the number is told.
Exit code 0; 2 where the set cannot be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from atazan.sources.measured.gold import BadGold, items
from atazan.sources.measured.measuring import measure
from atazan.sources.measured.shown import page, plain
from atazan.sources.measured.weighing import weighed

SET = Path(__file__).resolve().parents[3] / "tests" / "gold" / "reading"
PARTS = ("seen", "unseen")


def main(argv: list[str] | None = None) -> int:
    """Measure the parts asked for and print them."""
    asked = argparse.ArgumentParser(prog="make eval", description=__doc__)
    asked.add_argument("--set", type=Path, default=SET, help="folder with seen/ and unseen/")
    asked.add_argument("--part", choices=PARTS, help="one part alone")
    asked.add_argument("--lang", choices=("kk", "ru", "en"), help="texts of one language alone")
    asked.add_argument(
        "--worst", type=int, default=15, metavar="N", help="errors shown of each sort"
    )
    asked.add_argument("--json", action="store_true", help="one object instead of tables")
    asked.add_argument("--show-unseen", action="store_true", help="show errors of the unseen part")
    asked.add_argument("--weigh", action="store_true", help="print the table of sureness anew")
    args = asked.parse_args(argv)

    from atazan.sources.understood.understanding import understand

    told = {}
    for part in (args.part,) if args.part else PARTS:
        try:
            gold = [one for one in items(args.set / part) if args.lang in (None, one.lang)]
        except BadGold as bad:
            print(bad, file=sys.stderr)
            return 2
        if not gold:
            print(f"{args.set / part}: no texts; name the folder with --set", file=sys.stderr)
            return 2
        if args.weigh:
            told_of = (understand(one.text, one.lang, one.day) for one in gold)
            for cost, share in weighed(gold, told_of):
                print(cost, share)
            return 0
        found = measure(gold, (understand(one.text, one.lang, one.day) for one in gold))
        open_ = part != "unseen" or args.show_unseen
        if args.json:
            told[part] = plain(found, args.worst, open_)
        else:
            print(page(part, found, args.worst, open_), end="\n\n")
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What words and short expressions are called in the other languages: a table of facts.

Files, each line an expression in Kazakh, Russian and English, cells parted by tabs, ways of saying
it within a cell by semicolons, the usual one first:

- `hand/*.txt`: written by people, by field of law and of life.
- `learned.txt`: worked out from texts that stand in two or three languages, with two more cells,
  weight (above 0, at most 1) and where from (`corpus`, `house`); made by
  `python -m atazan.search.translations.build`.
"""

from atazan.search.translations.table import Row, rows

__all__ = ["Row", "rows"]

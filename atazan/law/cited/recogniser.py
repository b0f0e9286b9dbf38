"""One pass over a text: citations in Kazakh, Russian and English, each to its act and provisions.

The text is searched for a few letters that every citation has, and read by hand around each place.
What is not certain stays open, with the reason (docs/reference/citations.md).
"""

# ruff: noqa: E501  (a pattern or a text keeps to one line)
from __future__ import annotations

import re
from datetime import date

from atazan.law.cited.anchors import anchors
from atazan.law.cited.bare import bare_mention, dated_mention, numbered_mention, year_mention
from atazan.law.cited.beside import (
    AFTER_GO_ON,
    AFTER_MARK,
    AFTER_MARKED,
    AND_ON,
    BEFORE_FIGURE,
    FIGURES,
    GO_ON,
    INDENTED,
    LINE_ENDS,
    MAY_BE_OTHER,
    MAY_GO_ON,
    SHORT_KK,
    SPACES,
    is_odd,
    kazakh_after,
    kazakh_run,
    list_end,
)
from atazan.law.cited.citation import Citation, CitedWork, Path
from atazan.law.cited.grammar import (
    EN_BACK,
    EN_QUICK,
    EN_RUN,
    KK_LOOSE_RUN,
    KK_RUN,
    KK_SHORT,
    RU_BACK,
    RU_QUICK,
    RU_RUN,
)
from atazan.law.cited.known import Known, known, of_context
from atazan.law.cited.memory import Memory
from atazan.law.cited.mention import Mention, settled
from atazan.law.cited.numbers import may_go_before
from atazan.law.cited.owner import (
    Owner,
    not_an_act,
    owner_ahead,
    owner_before,
    owner_behind,
)
from atazan.law.cited.pointing import (
    EN_SAME,
    EN_THIS,
    KK_SAME,
    KK_THIS,
    RU_SAME,
    RU_THIS,
    Pointer,
    pointer,
)
from atazan.law.cited.starts import STARTS
from atazan.law.cited.steps import Read, read
from atazan.law.text.letters import plain
from atazan.rules.text import Lang

_BLANK = re.compile(r"[ \t\xa0\u2009\u202f]*\n?[ \t\xa0>]*")
_NOTE = re.compile(r"римечани\w*\s+к\Z|[Nn]otes?\s+to(?:\s+the)?\Z")
_ROMAN = re.compile(r"[IVXІХ]{1,7}(?!\w)")
_BEFORE_WORD = frozenset(" \xa0\n-‑–")
_OF_A_DECISION = re.compile(r"\s+(?:мотивировочн|резолютивн|описательн|вводн)")
_LISTED_ON = re.compile(r"\s*(?:,|;|и|және|мен|пен|бен|and|а также)\s*")
_LETTERED_EN = re.compile(
    r"(?<!\w)(?:sub-?paragraph|paragraph|point|item|clause)s?\s+(?:\([a-h]\)|[a-h]\))(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|or|to)\s+)(?:\([a-h]\)|[a-h]\)))*\s+of\s+(?:the\s+)?\Z",
    re.I,
)
_SHORT_EN = re.compile(
    r"[0-9]{1,4}(?:-[0-9]+)?(?:\([0-9a-z]{1,3}(?:-[0-9]+)?\)){2,}(?=\s+of\s+the\s)"
)
_YEAR_ENDS = (" ", "\xa0", "\n", ".", ",", ")", "")
_LABEL = re.compile(
    r"(?:Статья|Глава|Раздел|Article|Chapter|Section|СТАТЬЯ|ГЛАВА|РАЗДЕЛ)\s+[0-9]|[0-9-]+-(?:бап|бaп|тарау|бөлім)\Z"
)
_NUMBERED_LINE = re.compile(r"([0-9]{1,3}(?:-[0-9]{1,2})?)(\.|\))\s")
_HEAD_AFTER = re.compile(r"\.?\*{0,2}[ \t]*(?=\n|\Z)")
_TITLE_AFTER = re.compile(r"\.[ \t]*\*{0,2}[ \t]+\*{0,2}[«\"(]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
_CAPITAL_AFTER = re.compile(r"[ \t\xa0]+(?:[А-ЯЁ][а-яё]{3,}|[А-ЯЁA-Z]{2,})")
_INSIDE = re.compile(r"\s*\(([^()\n]{1,80})\)")
_CIVIL_PART = re.compile(r"\s*\((Жалпы|Ерекше)\s+бөлім\w*\)")
_JOIN = re.compile(r"[\s,(]{1,4}\Z")
_LETTERED = re.compile(
    r"(?<!\w)(?:подпункт\w*|пп\.)\s+(?:[а-дa-h]\)|[«\"][а-яa-z][»\"]\)?)(?:(?:\s*,\s*|\s+и\s+)(?:[а-дa-h]\)|[«\"][а-яa-z][»\"]\)?))*\s+\Z",
    re.I,
)


def citations(
    text: str, lang: Lang | None = None, context: str | None = None, day: date | None = None
) -> list[Citation]:
    """Every citation of a law in a text, in order.

    `context` names the act the text stands in: address, short id, number or title, with the eId of
    the provision after `#` or `~` if it is known. `day` is the citing day; without it an act whose
    name changed its meaning stays open. `lang` helps where an abbreviation is used in two languages;
    all three languages are read in any case.

    >>> [one.targets for one in citations("осы баптың 2-тармағы", context="cl-court-2022#art_45")]
    [('art_45__para_2',)]
    """
    return _Reading(text, lang, context, day).all()


class _Reading:
    """The state of one pass: where it is, what was cited last, what the text calls acts."""

    def __init__(self, text: str, lang: Lang | None, context: str | None, day: date | None) -> None:
        self.text, self.lang, self.day = text, lang, day
        act, _, eid = (context or "").replace("!main~", "~").replace("#", "~").partition("~")
        self.context = of_context(act)
        if self.context is None and re.match(r"\s*(?:конституция|constitution|ата заң)", act, re.I):
            self.context = _constitution_on(day)
        self.done = self.no_run = 0
        self.found: list[Citation] = []
        self.memory = Memory(self.context, eid.strip())
        self.constitution = settled(Mention(0, 0, "constitution"), day, (), self.context)
        self.lines = "\n" in text.strip()

    def all(self) -> list[Citation]:
        text = self.text
        for at, end, kind in anchors(text):
            if at < self.done:
                continue
            if kind == "n":
                self._figure(at, end)
            elif kind == "roman":
                self._numeral(at)
            elif kind == "this" or kind == "same":
                self._pointing(at, kind)
            else:
                self._bare(at, kind)
        return self.found

    # A figure -------------------------------------------------------------------------------------

    def _figure(self, at: int, end: int) -> None:
        text = self.text
        before = text[at - 1] if at else "\n"
        low = at - 20 if at > 20 else 0
        word = ""
        if before == " ":
            gap = text.rfind(" ", low, at - 1)
            word = text[(gap + 1 if gap >= 0 else low) : at - 1]
            lang = STARTS.get(word)
            if lang in ("ru", "en"):
                self._run(at - 1 - len(word), at, lang)
                if self.done > at:
                    return
            if (
                self.memory.here
                and (gap == at - 2 or word[-1:] == "\n")
                and INDENTED.search(text, max(0, at - 4), at)
            ):
                self._stand(at)
            odd = is_odd(word) if word else "\n\n" not in text[max(0, at - 8) : at]
        elif before == "\n":
            if self.memory.here:
                self._stand(at)
            odd = at > 1 and text[at - 2] not in LINE_ENDS
        else:
            odd = before in BEFORE_FIGURE and not (
                before == "." and text[at - 2 : at - 1] in FIGURES
            )
        after, more = text[end : end + 1], text[end + 1 : end + 2]
        if after == "." and more in FIGURES and text[end + 3 : end + 4] == ".":
            return  # the first figure of a day
        if odd and self._after_word(at, text[low:at]):
            return
        if after == ")":
            told = more in AFTER_MARK or (
                more in SPACES and text[end + 2 : end + 4].lower() in AFTER_MARKED
            )
        elif after in GO_ON:
            told = more in AFTER_GO_ON[after]
        else:
            told = after in SPACES and text[end + 1 : end + 3].lower() in AND_ON
        run = kazakh_run(text, at, end) if told and at >= self.no_run else None
        if told and run is None and after == ",":
            self.no_run = max(self.no_run, list_end(text, at))
        if run:
            self._kazakh(at, run.end())
        elif end - at == 4 or (after in MAY_GO_ON and more in MAY_BE_OTHER):
            self._other(at, word.lower())

    def _numeral(self, at: int) -> None:
        """A Roman numeral beside a word for a level: "раздел II", "III бөлім", "Article XIV"."""
        numeral = _ROMAN.match(self.text, at)
        if not numeral:
            return
        gap = self.text.rfind(" ", max(0, at - 20), max(0, at - 1))
        word = self.text[gap + 1 : at - 1] if at > 1 else ""
        lang = STARTS.get(word) or STARTS.get(word.lower())
        if lang in ("ru", "en"):
            self._run(at - 1 - len(word), at, lang)
        elif self.text[numeral.end() : numeral.end() + 1] in _BEFORE_WORD:
            run = KK_RUN.match(self.text, at)
            if run:
                self._kazakh(at, run.end())

    def _after_word(self, at: int, before: str) -> bool:
        """A figure after a word for a level, or №, that does not stand in the plainest way."""
        tokens = before.split()
        if not tokens:
            return False
        word = tokens[-1].lower()
        lang = STARTS.get(word) or STARTS.get(plain(word).lstrip('(«"[„“*>'))
        if lang is None and word in ("с", "со", "from", "к", "№", "n") and len(tokens) > 1:
            lang = STARTS.get(tokens[-2].lower().lstrip('(«"['))
            if lang in ("ru", "en"):
                self._run(at - len(before) + before.rfind(tokens[-2]), at, lang)
                return True
        if lang in ("ru", "en"):
            start = at - len(before) + before.rfind(tokens[-1])
            self._run(start + len(word) - len(word.lstrip('(«"[„“*>')), at, lang)
            return self.done > at
        if lang == "sign":
            start = at - len(before) + before.rfind(tokens[-1]) + len(word) - len(word.lstrip("("))
            self._numbered(start, at)
            return True
        if word[-1:] in ("№", "n") and word[-2:-1] in ("", "(", "№"):
            self._numbered(at - 1, at)
            return True
        return False

    def _stand(self, at: int) -> None:
        """A numbered line says in which paragraph and subparagraph of the article we are."""
        line = _NUMBERED_LINE.match(self.text, at)
        if not line:
            return
        steps = self.memory.here.split("__")
        if line[2] == ".":
            self.memory.here = f"{steps[0]}__para_{line[1]}"
        else:
            outer = [step for step in steps if not step.startswith("subpara")]
            self.memory.here = "__".join([*outer, f"subpara_{line[1]}"])

    def _other(self, at: int, word: str) -> None:
        """A figure that is neither: a year of a Constitution, a number without №, 45(2)(1)."""
        text = self.text
        follows = text[at : at + 12].lstrip("0123456789")
        if follows[:1] in ("-", "‑", "–", " ") and any(
            s in follows[:5] for s in ("НП", "НҚ", "NP", "NQ", "I", "V", "X", "І")
        ):
            self._numbered(at, at)
        elif follows[:3] in SHORT_KK:
            self._abbreviated(at)
        elif follows[:1] == "(":
            match = _SHORT_EN.match(text, at)
            if match:
                self._cite(at, match.end(), read(f"article {match[0]}", "en"), "en")
        elif text[at : at + 2] in ("19", "20") and text[at + 4 : at + 5] in _YEAR_ENDS:
            mention = year_mention(text, at, word) or dated_mention(text, at, self.done)
            if mention:
                run = kazakh_after(text, _skip(text, mention.end))
                if run:
                    self._owned(run.start(), run.end(), read(run[0], "kk"), mention)
                else:
                    self._emit(mention.start, mention.end, None, mention)
        elif follows[:1] in (" ", "\xa0") and follows[1:4].lower() in ("баб", "тар", "бөл"):
            run = KK_LOOSE_RUN.match(text, at)
            owner = owner_behind(text, at, self.memory.aliases) if run else None
            if run and owner and not (isinstance(owner, Mention) and owner.start == owner.end):
                self._owned(
                    at,
                    run.end(),
                    read(re.sub(r"(?<=[0-9])\s+(?=баб|тарма|бөлі)", "-", run[0]), "kk"),
                    owner,
                )

    def _abbreviated(self, at: int) -> None:
        """Short Kazakh, read only where an act stands before it: "Конституцияның 39-б. 1-т."."""
        short = KK_SHORT.match(self.text, at)
        if not short:
            return
        owner = owner_behind(self.text, at, self.memory.aliases) or owner_before(
            self.text, at, "kk"
        )
        if isinstance(owner, Mention) and owner.start < owner.end and owner.start >= self.done:
            article, *rest = re.split(r"(?<=-б\.)", short[0], maxsplit=1)
            written = article.replace("-б.", "-бап ") + "".join(rest)
            for letters, word in (
                ("-тш.", "-тармақша "),
                ("-тт.", "-тармақтар "),
                ("-т.", "-тармақ "),
                ("-б.", "-бөлік "),
            ):
                written = written.replace(letters, word)
            written = re.sub(r"\)[ \xa0]*тш?\.", ") тармақша", written)
            self._owned(at, short.end(), read(written, "kk"), owner)

    def _run(self, start: int, at: int, lang: str) -> None:
        """A Russian or English run that begins with the word before the figure."""
        text = self.text
        if "." in text[start:at]:
            for doubled in ("ст. ", "п. ", "ч. "):
                before = start - len(doubled)
                if text.startswith(doubled.rstrip(), start) and text.startswith(doubled, before):
                    start = before if before >= 0 else start
        done = self.done
        if start < done:
            start = done
        russian, end = lang == "ru", 0
        ahead = text[max(done, start - 26) : start]
        if text[start : start + 2].islower() or (
            not russian and text[start + 1 : start + 3].islower()
        ):
            run = (RU_QUICK if russian else EN_QUICK).match(text, start)
            if run:
                end = run.end("run")
                if run.end() > end > at and self._ours(start, run, lang, ahead):
                    return
        if not end and (russian or not text[start + 1 : start + 3].islower()):
            run = (RU_RUN if russian else EN_RUN).match(text, start)
            end = run.end() if run else 0
        if end <= at or ahead[-1:].isalnum():
            return
        ahead = ahead.rstrip()
        back = None
        if may_go_before(ahead) or _NOTE.search(ahead):
            back = (RU_BACK if russian else EN_BACK).search(text, max(done, start - 160), start)
            if back is None and ahead.endswith((" of", " the")):
                back = _LETTERED_EN.search(text, max(done, start - 80), start)
        elif ahead[-1:] in _QUOTED:
            back = _LETTERED.search(text, max(done, start - 60), start)
        if back:
            start = back.start()
        written = text[start:end]
        one = read(written, lang)
        if written[-1] == ")" and "(" not in written and self._closes(start, one):
            end -= 1
        self._cite(start, end, one, lang)

    def _ours(self, start: int, run: re.Match[str], lang: str, ahead: str) -> bool:
        """The plainest and most frequent way: a run and the Constitution after it, nothing before."""
        text = self.text
        if start and (
            ahead[-1:] not in _PLAIN_BEFORE
            or ahead[-2:-1] in _QUOTED
            or may_go_before(ahead)
            or "римечан" in ahead
            or "ote to" in ahead
        ):
            return False
        one = read(run["run"], lang)
        work, why = self.constitution
        why = one.why or why
        end = self.done = run.end()
        self.found.append(Citation(start, end, work, one.targets, one.path, why))
        self.memory.last = (work, why, "constitution", one.targets, one.path)
        self.memory.mentioned = True
        listed = self.memory.acts.get("constitution")
        if work is not None and (
            not listed or next(reversed(listed)) != work.uri or text[end : end + 2] == " ("
        ):
            mention = Mention(end, end, "constitution")
            self.memory.remember(
                self.text, end, "constitution", work, why, one.targets, one.path, mention
            )
        return True

    def _closes(self, start: int, one: Read) -> bool:
        """Whether the mark after the last number closes a bracket opened before the citation."""
        if one.last_named in ("art", "chapter", "section"):
            return True
        before = self.text[max(0, start - 80) : start]
        return one.last_named in ("para", "part") and before.count("(") > before.count(")")

    def _cite(self, start: int, end: int, one: Read, lang: str) -> None:
        """A Russian or English run: whose it is, and whether it is a citation at all."""
        text = self.text
        if self._is_heading(start, end, one):
            return
        owner = owner_ahead(text, end, lang, self.memory.aliases)
        if (owner is None or owner.end == owner.start) and not_an_act(text, start, end):
            self.done = end
            return
        if owner is None and (inside := _INSIDE.match(text, end)):
            owner = owner_ahead(text, inside.end(), lang, self.memory.aliases)
            if owner is not None:
                run = (RU_RUN if lang == "ru" else EN_RUN).fullmatch(inside[1].strip())
                one = read(f"{text[start:end]} {run[0]}", lang) if run else one
        if owner is None:
            if self._joins(start):
                return self._joined(start, end, one)
            before = owner_before(text, start, lang)
            if before and before.start >= self.done:
                self._emit(before.start, end, one, before)
                return
        if isinstance(owner, Pointer) and owner.level == "art" and "art" in one.levels:
            owner = None
        self._emit(start, end if owner is None else max(end, owner.end), one, owner)

    def _joins(self, start: int) -> bool:
        """Whether an act cited just before is the one: "Закон … № 153-VII, статья 45"."""
        if not self.found or self.found[-1].targets or start - self.found[-1].end > 4:
            return False
        return (
            bool(_JOIN.fullmatch(self.text[self.found[-1].end : start])) and self.memory.mentioned
        )

    def _joined(self, start: int, end: int, one: Read) -> None:
        act = self.found[-1]
        if _OF_A_DECISION.match(self.text, end):
            self.done = max(self.done, end)
            return
        if "(" in self.text[act.end : start]:
            work = Mention(start, start, "law", act.work, why=act.why)
            return self._emit(start, end, one, work)
        self.found.pop()
        why = one.why or act.why
        self.found.append(Citation(act.start, end, act.work, one.targets, one.path, why))
        self.done = max(self.done, end)
        kind = self.memory.last[2] if self.memory.last else ""
        self.memory.last = (act.work, why, kind, one.targets, one.path)

    def _kazakh(self, start: int, end: int) -> None:
        one = read(self.text[start:end], "kk")
        if self._is_heading(start, end, one):
            return
        owner = owner_behind(self.text, start, self.memory.aliases)
        if owner is not None and owner.start < self.done:
            owner = None
        self._owned(start, end, one, owner)

    def _owned(self, start: int, end: int, one: Read, owner: Owner | None) -> None:
        begins = start if owner is None or owner.start == owner.end else min(start, owner.start)
        self._emit(begins, end, one, owner)

    def _is_heading(self, start: int, end: int, one: Read) -> bool:
        """A provision's own label at the head of its line is no citation, but says where we are."""
        text = self.text
        line = text.rfind("\n", max(0, start - 12), start) + 1
        if not line and start > 12:
            return False
        if len(one.targets) != 1 or not one.whole or "__" in one.targets[0]:
            return False
        if text[line:start].strip(" \t\xa0#*>") or not _LABEL.match(text[start:end]):
            return False
        alone = _HEAD_AFTER.match(text, end)
        if not (_TITLE_AFTER.match(text, end) or (alone and self._ends(alone.end()))):
            return False
        if one.targets[0].startswith("art_"):
            self.memory.here = one.targets[0]
        self.done = end
        return True

    def _ends(self, at: int) -> bool:
        """Whether a label alone on its line is followed by something else than its act's name."""
        if not self.lines:
            return False
        after = self.text[at : at + 2]
        return after != "" and (
            after.startswith("\n\n")
            or not re.match(
                r"\n\s*(?:Конституци|Закон|Кодекс|Constitution|of\s)", self.text[at : at + 30]
            )
        )

    # Pointing words -------------------------------------------------------------------------------

    def _pointing(self, at: int, kind: str) -> None:
        text = self.text
        while at and text[at - 1].isalpha():
            at -= 1
        if text.startswith(" же ", at):
            at = (
                max(text.rfind(" ", max(0, at - 30), at), text.rfind("\n", max(0, at - 30), at)) + 1
            )
        if at < self.done:
            return
        if kind == "this":
            one = pointer(_THIS.get(text[at : at + 1], EN_THIS), text, at, "this")
        else:
            one = next(
                (p for w in (RU_SAME, KK_SAME, EN_SAME) if (p := pointer(w, text, at, "same"))),
                None,
            )
            if one is None and text[max(0, at - 4) : at].lower() == "the ":
                at -= 4
        if one is None:
            return
        run = kazakh_after(text, _skip(text, one.end))
        if run and text[at].lower() not in "нтэу":
            self._owned(run.start(), run.end(), read(run[0], "kk"), one)
            return
        back = None
        if text[max(0, at - 26) : at].strip():
            ahead = text[max(self.done, at - 30) : at].rstrip()
            english = text[at].isascii()
            if (english and ahead.lower().endswith((" of", " the"))) or may_go_before(ahead):
                back = (EN_BACK if english else RU_BACK).search(text, max(self.done, at - 160), at)
        if back:
            written = text[back.start() : at].rstrip()
            written = re.sub(r"\s+of(?:\s+the)?\Z", "", written)
            self._emit(
                back.start(), one.end, read(written, "en" if text[at].isascii() else "ru"), one
            )
        elif self._resolves(one):
            self._emit(at, one.end, None, one)

    def _resolves(self, one: Pointer) -> bool:
        """Without a provision of its own, "the said part" is a citation only where it is certain.

        "This article" without its act is as likely one of a journal.
        """
        if one.sense == "this":
            spelt = self.text[one.start : one.end].rsplit(None, 1)[-1]
            return (one.level == "act" or self.context is not None) and (
                not spelt.isascii() or spelt[0].isupper()
            )
        if one.level in ("part", "indent", "chapter", "section", "note"):
            return False
        if one.level == "act":
            return self.memory.same_act(one)[0] is not None
        return self.memory.same_provision(one.level)[1] != ""

    def _bare(self, at: int, kind: str) -> None:
        mention = bare_mention(self.text, at, kind, self.done)
        if mention is None or mention.start < self.done:
            return
        if self._is_alias(mention):
            self.done = mention.end
            return
        part = _CIVIL_PART.match(self.text, mention.end) if mention.kind == "code" else None
        if part:
            id = "civil-code-general-1994" if part[1] == "Жалпы" else "civil-code-special-1999"
            mention = Mention(mention.start, part.end(), "code", known()[id].work)
        run = kazakh_after(self.text, _skip(self.text, mention.end))
        if run:
            self._owned(run.start(), run.end(), read(run[0], "kk"), mention)
        else:
            self._emit(mention.start, mention.end, None, mention)

    def _is_alias(self, one: Mention) -> bool:
        """Whether a name in brackets only says how the act just cited is called for short."""
        if not self.found or one.start - self.found[-1].end > 4:
            return False
        between = self.text[self.found[-1].end : one.start].strip()
        return between == "(" and self.text[one.end : one.end + 1] == ")"

    def _numbered(self, sign: int, value: int) -> None:
        """An act by its number; in a list of the Council's resolutions each is one of them."""
        self._act(numbered_mention(self.text, sign, value, self.done, self._listed_body(sign)))

    def _listed_body(self, sign: int) -> str:
        if not self.found or sign - self.found[-1].end > 60:
            return ""
        last = self.found[-1]
        if last.work is None or not (last.work.id or "").startswith("ccl-"):
            return ""
        return "council" if _LISTED_ON.match(self.text, last.end) else ""

    def _act(self, found: tuple[Mention, str] | None) -> None:
        if found is None or found[0].start < self.done:
            return
        mention, _ = found
        run = kazakh_after(self.text, _skip(self.text, mention.end))
        if run and run.end():
            self._owned(run.start(), run.end(), read(run[0], "kk"), mention)
        else:
            self._emit(mention.start, mention.end, None, mention)

    # What is found --------------------------------------------------------------------------------

    def _emit(self, start: int, end: int, one: Read | None, owner: Owner | None) -> None:
        targets: tuple[str, ...] = one.targets if one else ()
        path: tuple[Path, ...] = one.path if one else ()
        kind, work, why = "", None, one.why if one else ""
        if isinstance(owner, Mention):
            kind = owner.kind
            if one is not None and owner.kind == "other" and self._loose(one, owner):
                self.done = max(self.done, end)
                return
            if kind == "constitution" and owner.work is None and not owner.why:
                work, open_ = self.constitution
            else:
                work, open_ = settled(owner, self.day, targets, self.context)
            why = why or open_
        elif isinstance(owner, Pointer):
            work, targets, path, open_ = self.memory.pointed(owner, targets, path)
            why, kind = why or open_, owner.kind
        elif one is not None:
            lone = "art" not in one.levels and self.context is None
            if (not one.whole or lone) and not self._compound(one):
                self.done = max(self.done, end)
                return
            work, open_ = self._unowned(one, start, end)
            why = why or open_
        self.done = max(self.done, end)
        self.found.append(Citation(start, end, work, targets, path, why))
        self.memory.remember(self.text, end, kind, work, why, targets, path, owner)

    def _loose(self, one: Read, owner: Mention) -> bool:
        """A paragraph or chapter of something that is no act by name: "пункт 5 договора"."""
        return "art" not in one.levels and not self.text[owner.start : owner.end][:1].isupper()

    def _compound(self, one: Read) -> bool:
        """Two steps together, without an article, are a citation; one alone may be anything."""
        return len(one.levels) > 1

    def _unowned(self, one: Read, start: int, end: int) -> tuple[CitedWork | None, str]:
        """A run that no words give to an act: it belongs to the act it stands in, if that is known."""
        if _CAPITAL_AFTER.match(self.text, end) or self.text[max(0, start - 3) : start].rstrip(
            " ,("
        )[-1:] in ("»", "”"):
            return None, "act_unknown"
        if self.context is None:
            return None, "no_context"
        return self.context.work, "" if one.whole else "article_unknown"


_THIS = dict.fromkeys("нН", RU_THIS) | dict.fromkeys("оОoO", KK_THIS)
_QUOTED = frozenset(')»"')
_PLAIN_BEFORE = frozenset(" \n(\xa0«")


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _constitution_on(day: date | None) -> Known | None:
    return next(
        (known()[one] for one in ("const-1995", "const-2026") if day and known()[one].on(day)), None
    )

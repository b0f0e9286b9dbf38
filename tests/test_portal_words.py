"""Words of the portal: none is missing, days and numbers are the reader's, other languages show."""

import re
from datetime import date

import pytest
from django.template import Context, Template
from django.utils import translation

from atazan.portal import messages, shown
from atazan.rules.text import Text
from atazan.rules.words import all_words


def rendered(template: str, lang: str = "kk", **facts: object) -> str:
    with translation.override(lang):
        return Template(template).render(Context(facts)).replace("\u00a0", " ")


def test_no_words_are_missing():
    assert messages.missing() == []


def test_a_day_in_a_kazakh_sentence_is_declined():
    """ "1 шілде бастап" is no Kazakh: "1 шілде күнінен бастап"; tenures decline theirs apart."""
    bare = re.compile(
        r"(\{(day|due|since|until|first|last|start|end)\}|[0-9])[ \u00a0](бастап|дейін|бері\b)"
    )
    said = {
        key: " ".join(kk.values()) if isinstance(kk, dict) else kk
        for key, words in all_words().items()
        if not key.startswith("offices.span.")
        for kk in [words["kk"]]
    }

    assert [key for key, words in said.items() if bare.search(words)] == []


def test_a_bare_word_in_a_template_is_found():
    assert messages.bare_words('<p aria-label="Path">{% w "a" %} Сот</p>') == ["Path", "Сот"]
    assert messages.bare_words("<p>{% w 'a' %} · № 1 {# a note #}<pre>atazan</pre></p>") == []


def test_a_key_without_words_is_found():
    assert list(messages.keys_in('phrase("no.such", lang)')) == ["no.such"]
    assert messages.keys_of("{% plain 'no.such' %}") == ["no.such"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("kk", "2019 ж. ақпан"), ("ru", "февраль 2019 г."), ("en", "February 2019")],
)
def test_a_day_known_in_part_is_not_made_whole(lang, words):
    assert rendered("{{ d|day }}", lang, d="2019-02") == f'<time datetime="2019-02">{words}</time>'


def test_a_name_without_this_language_is_shown_in_another_and_marked():
    html = rendered("{{ names|t }}", "kk", names={"en": "Lastayev Artur"})

    assert '<span lang="en">Lastayev Artur</span>' in html
    assert "ағылшынша" in html


def test_an_article_and_a_number_do_not_break_over_two_lines():
    html = str(shown.held("Заңның 45-бабы, № 88-НҚ <b>"))

    assert '<span class="nb">45-бабы</span>' in html
    assert '<span class="nb">№\u00a088-НҚ</span>' in html
    assert "&lt;b&gt;" in html


def test_values_in_a_phrase_are_escaped():
    html = rendered('{% w "receipts.not_found" written=x %}', "en", x="<script>")

    assert "<script>" not in html and "&lt;script&gt;" in html


@pytest.mark.parametrize(("n", "words"), [(1, "1 запись"), (2, "2 записи"), (1034, "1 034 записи")])
def test_numbers_take_their_plural_and_keep_their_thousands_together(n, words):
    assert words in rendered('{% w "portal.foot.journal" n=n %}', "ru", n=n)


def test_an_abbreviated_year_does_not_end_in_two_full_stops():
    html = rendered('{% w "rulebook.turn_before" day=d %}', "ru", d=date(2026, 7, 7))

    assert "г.." not in html.replace("</time>", "")


@pytest.mark.parametrize("code", ["conforms", "does_not_conform", "in_force", True, False, None])
def test_a_mark_has_shape_word_and_colour(code):
    html = rendered("{% status code %}", "en", code=code)

    assert 'aria-hidden="true"' in html and 'class="st st--' in html
    assert "<span>" in html


@pytest.mark.django_db
def test_every_source_of_a_fact_is_there_with_how_sure_we_are():
    row = {"sources": [f"https://example.org/{n}" for n in range(5)], "confidence": "medium"}
    html = rendered("{% chip row %}", "en", row=row)

    assert html.count("<a class") == 5
    assert "probable" in html and "2 more sources" in html


def test_a_text_is_said_in_the_language_of_the_page():
    text = Text(kk="сот", ru="суд", en="court")

    assert [rendered("{{ x|t }}", lang, x=text) for lang in ("kk", "ru", "en")] == [
        "сот",
        "суд",
        "court",
    ]

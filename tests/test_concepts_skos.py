"""The thesaurus as SKOS: three ways of writing say the same, and SKOS's own conditions hold."""

import json
import re
from collections import Counter
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from atazan.cli.main import main
from atazan.rules.concepts import Code, Concept, concepts
from atazan.rules.text import LANGS, Text
from atazan.search.thesaurus.finding import find
from atazan.search.thesaurus.formats import FORMATS, as_json, skos
from atazan.search.thesaurus.graph import PREFIXES
from atazan.search.thesaurus.tree import groups

SITE = "https://example.org"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TOKEN = re.compile(
    r"""\s*(?:(?P<prefix>@prefix\s+(?P<pname>\w+):\s+<(?P<piri>[^<>"{}|^`\\\s]+)>\s+\.)"""
    r"""|<(?P<iri>[^<>"{}|^`\\\s]+)>"""
    r"""|"(?P<words>(?:[^"\\\n\r]|\\[\\"nr])*)"(?:@(?P<lang>[a-z]{2})|\^\^<(?P<type>[^<>\s]+)>)?"""
    r"""|(?P<name>\w+:\w+)|(?P<a>a)(?=\s)|(?P<end>[.;,]))"""
)
ESCAPED = {r"\\": "\\", r"\"": '"', r"\n": "\n", r"\r": "\r"}


def in_turtle(text):
    """The triples of a Turtle text, read strictly: what is not of the grammar is an error."""
    names, triples, at = {}, [], 0
    subject = predicate = None
    whole = False  # an object was read since the last mark
    text = text.rstrip()
    while at < len(text):
        match = TOKEN.match(text, at)
        assert match is not None, f"no Turtle at {text[at : at + 60]!r}"
        at = match.end()
        if match["prefix"]:
            assert subject is None
            names[match["pname"]] = match["piri"]
        elif match["end"]:
            assert subject and predicate and whole, f"no object before {text[at - 20 : at]!r}"
            whole = False
            expects_object = match["end"] == ","
            predicate = predicate if expects_object else None
            subject = None if match["end"] == "." else subject
        else:
            value = _value(match, names)
            if subject is None:
                subject = value
            elif predicate is None:
                predicate = value
            else:
                assert not whole, f"two objects without a comma at {text[at - 20 : at]!r}"
                triples.append((subject, predicate, value))
                whole = True
    assert subject is None, "the last block does not end in a dot"
    return Counter(triples)


def _value(match, names):
    if match["words"] is not None:
        words = re.sub(r"\\.", lambda escape: ESCAPED[escape[0]], match["words"])
        return (words, match["lang"], match["type"])
    if match["a"]:
        return f"{names['rdf']}type"
    if match["name"]:
        prefix, _, rest = match["name"].partition(":")
        return names[prefix] + rest
    return match["iri"]


def full(name, names=PREFIXES):
    prefix, _, rest = name.partition(":")
    return names[prefix] + rest if prefix in names else name


def in_jsonld(text):
    told, triples = json.loads(text), []
    for node in told["@graph"]:
        for predicate, values in node.items():
            if predicate == "@id":
                continue
            for value in values:
                if predicate == "@type":
                    triples.append((node["@id"], full("rdf:type"), full(value)))
                elif "@id" in value:
                    triples.append((node["@id"], full(predicate), full(value["@id"])))
                else:
                    said = (value["@value"], value.get("@language"), value.get("@type"))
                    triples.append((node["@id"], full(predicate), said))
    return Counter(triples)


def in_rdfxml(text):
    rdf, triples = PREFIXES["rdf"], []
    for node in ET.fromstring(text):
        subject = node.attrib[f"{{{rdf}}}about"]
        for one in node:
            predicate = one.tag.removeprefix("{").replace("}", "")
            iri = one.get(f"{{{rdf}}}resource")
            said = (one.text, one.get(XML_LANG), one.get(f"{{{rdf}}}datatype"))
            triples.append((subject, predicate, iri or said))
    return Counter(triples)


READ = {"turtle": in_turtle, "jsonld": in_jsonld, "rdfxml": in_rdfxml}


@pytest.fixture(scope="module")
def triples():
    return in_turtle(skos(concepts(), "turtle", SITE))


def objects(triples, name):
    found = {}
    for subject, predicate, value in triples:
        if predicate == PREFIXES["skos"] + name:
            found.setdefault(subject, set()).add(value)
    return found


def test_the_three_ways_of_writing_say_the_same(triples):
    assert set(FORMATS) == set(READ)
    assert in_jsonld(skos(concepts(), "jsonld", SITE)) == triples
    assert in_rdfxml(skos(concepts(), "rdfxml", SITE)) == triples
    assert max(triples.values()) == 1  # nothing is said twice


@pytest.mark.parametrize("format", READ)
def test_marks_in_a_label_do_not_break_the_file(format):
    words = Text(kk='«сөз» "\\"', ru="a < b & c", en="line\nline")
    odd = Concept(
        id="pension", kind="term", preferred=words, others={}, codices=(Code((5, 4), 22),)
    )
    found = READ[format](skos({"pension": odd}, format, SITE))
    said = {value for _, predicate, value in found if predicate.endswith("prefLabel")}

    assert {(words.says(lang), lang, None) for lang in LANGS} <= said


@pytest.mark.parametrize(
    "wrong",
    [
        '<urn:a> <urn:b> <urn:c" .',
        '<urn:a> <urn:b> "c"',
        '<urn:a> <urn:b> "c" "d" .',
        '<urn:a> <urn:b> "c" ; <urn:d> .',
        '<urn:a> <urn:b> "c\nd" .',
        '<urn:a> <urn:b> "c"d" .',
        "<urn:a> <urn:b> <urn: c> .",
    ],
)
def test_turtle_that_is_none_is_not_read(wrong):
    assert in_turtle('<urn:a> <urn:b> "c", <urn:d> ; <urn:e> "f"@en .').total() == 3
    with pytest.raises(AssertionError):
        in_turtle(wrong)


def test_every_concept_has_one_preferred_label_a_language_and_no_other_like_it(triples):
    preferred, others = objects(triples, "prefLabel"), objects(triples, "altLabel")

    for id in concepts():
        iri = f"{SITE}/concepts/{id}"
        assert sorted(lang for _, lang, _ in preferred[iri]) == sorted(LANGS)
        assert not preferred[iri] & others.get(iri, set())


def test_narrower_answers_broader_and_related_goes_both_ways(triples):
    broader, narrower = objects(triples, "broader"), objects(triples, "narrower")
    related = objects(triples, "related")

    assert {(a, b) for a, all in broader.items() for b in all} == {
        (b, a) for a, all in narrower.items() for b in all
    }
    assert all(a in related[b] for a, all in related.items() for b in all)


def test_what_is_broader_however_far_is_not_related(triples):
    broader, related = objects(triples, "broader"), objects(triples, "related")

    def above(iri):
        return {far for one in broader.get(iri, ()) for far in (one, *above(one))}

    assert all(not above(iri) & near for iri, near in related.items())


def test_every_concept_is_in_the_scheme_and_in_the_collection_of_its_kind(triples):
    members = objects(triples, "member")

    for id, concept in concepts().items():
        assert f"{SITE}/concepts/{id}" in members[f"{SITE}/concepts/#{concept.kind}"]
    assert sum(map(len, members.values())) == len(concepts())
    assert set(objects(triples, "inScheme")) == {f"{SITE}/concepts/{id}" for id in concepts()}


def test_a_code_is_a_notation_of_its_version_only_where_it_was_compared(triples):
    notations = objects(triples, "notation")
    told = objects(triples, "editorialNote")

    version = f"{SITE}/concepts/#systematic-thesaurus-22"
    assert notations[f"{SITE}/concepts/normative_legal_act"] == {("1.3.5", None, version)}
    assert f"{SITE}/concepts/right_to_life" not in notations
    assert any("5.3.2" in words for words, _, _ in told[f"{SITE}/concepts/right_to_life"])


def test_in_json_codes_are_printed_both_ways_and_say_whether_they_were_checked():
    code = as_json(concepts()["right_to_pension"])["codices"][0]

    assert code == {"code": "5.4.16", "padded": "05.04.16", "version": 22, "checked": False}
    assert as_json(concepts()["kurultai"])["since"] == date(2026, 7, 1).isoformat()


def test_the_trees_of_the_kinds_hold_every_concept_once():
    def ids(branches):
        return [id for one in branches for id in (one.concept.id, *ids(one.below))]

    from atazan.rules.concepts import KINDS

    found = [id for kind in KINDS for group in groups(kind) for id in ids(group.branches)]
    assert Counter(found) == Counter(list(concepts()))


@pytest.mark.parametrize(
    "words", ["зейнетақының", "пенсии", "pensions", "ЗЕЙНЕТАҚЫ", "  pension ", "pension"]
)
def test_a_concept_is_found_in_any_language_and_form(words):
    assert find(words)[0].id == "pension"


def test_the_closest_comes_first():
    assert find("пенсионное обеспечение")[0].id == "right_to_pension"
    assert find("right_to_life")[0].id == "right_to_life"
    assert find("жизнь право")[0].id == "right_to_life"


@pytest.mark.parametrize("words", ["", "   ", "—", "«»", "xyzzy"])
def test_what_names_nothing_finds_nothing(words):
    assert find(words) == []


def test_the_command_tells_one_concept_whole(capsys):
    assert main(["concepts", "пенсионное обеспечение", "--lang", "ru"]) == 0

    said = capsys.readouterr().out
    assert "зейнетақы құқығы" in said and "статья 31, пункт 1" in said and "5.4.16" in said


def test_the_command_lists_all_one_a_line(capsys):
    assert main(["concepts"]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert len(lines) == len(concepts())
    assert all(line.count("\t") == 3 for line in lines)


@pytest.mark.parametrize("format", ["skos", "jsonld", "rdfxml", "json"])
def test_the_command_gives_the_thesaurus_out(format, capsys):
    assert main(["concepts", "pension", "--format", format, "--site", f"{SITE}/"]) == 0
    said = capsys.readouterr().out

    if format == "json":
        assert "pension" in {one["id"] for one in json.loads(said)}
    else:
        found = READ[{"skos": "turtle"}.get(format, format)](said)
        assert any(subject == f"{SITE}/concepts/pension" for subject, _, _ in found)


def test_the_command_says_in_the_readers_language_that_it_found_nothing(capsys):
    assert main(["concepts", "xyzzy", "--lang", "kk"]) == 1
    told = capsys.readouterr()

    assert told.out == "" and "«xyzzy»" in told.err and "тезауруста жоқ" in told.err

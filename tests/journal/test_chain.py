"""Canonical JSON and the Merkle log."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atazan.journal.chain import canonical, digest, proof, proven, root

entries = st.lists(st.binary(max_size=8).map(digest), min_size=1, max_size=40)


def test_canonical_json_has_one_form_whatever_the_order_of_keys():
    assert canonical({"ә": 1, "a": [True, None]}) == canonical({"a": [True, None], "ә": 1})


@pytest.mark.parametrize("value", [1.5, {"share": 0.1}, [{"deep": [2.0]}]])
def test_canonical_json_refuses_floats(value):
    with pytest.raises(TypeError, match="write it as text"):
        canonical(value)


@given(entries, st.data())
def test_every_entry_is_proven_under_the_root_and_under_no_other(hashes, data):
    at = data.draw(st.integers(0, len(hashes) - 1))

    assert proven(hashes[at], proof(hashes, at)) == root(hashes)
    assert proven(digest(b"another entry"), proof(hashes, at)) != root(hashes)


@given(entries)
def test_a_longer_log_has_another_root(hashes):
    assert root([*hashes, digest(b"one more")]) != root(hashes)

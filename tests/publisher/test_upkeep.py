# SPDX-License-Identifier: EUPL-1.2
"""Other keys, new dates, sticks, and looking whether all is well.

The risk: kiosks that can no longer be reached because a date passed or a key went, and nobody had said so.
"""
import datetime
import json
import re
import shutil

from publisher import pack_of, published_town, town

CHANGE = ("pages/first/de.md", "Ein Satz", "Ein anderer Satz")


def version(t, name):
    return t.read(f"repo/metadata/{name}")["signed"]["version"]


def test_a_new_root_needs_those_before_and_those_from_now_on():
    with published_town() as t:
        t.keys("d", "e")
        t.call("repo", "rotate", "repo", "--add-key", "d.pem.pub", "--add-key", "e.pem.pub", "--remove-key", "a",
               "--remove-key", "b").says("+ root: d", "- root: a")
        t.sign("dest").says("2 more of a, b and c (in charge until now)")
        assert not t.path("repo/metadata/2.root.json").exists()
        t.sign("abst").says("Published")
        signed = {entry["keyid"] for entry in t.read("repo/metadata/2.root.json")["signatures"]}
        assert len(signed) == 4
        t.call("repo", "verify", "repo").says("root: version 2", "signed by d and e")
        t.call("repo", "rotate", "repo").says("the same keys as before, for longer")
        t.sign("a", status=1).says("belongs to none of those whose signature is awaited")


def test_content_is_signed_anew_where_a_key_that_signed_it_goes():
    with published_town() as t:
        t.keys("d")
        t.call("repo", "rotate", "repo", "--role", "targets", "--add-key", "d.pem.pub", "--remove-key", "a")
        t.says("the same content as before, for longer", "Needed for targets: 2 more of b, c and d")
        t.sign("abst").says("Still needed for the content (targets): 1 more of c and d")
        t.sign("dst").says("Published").call("repo", "verify", "repo").says("targets: version 2", "signed by b and d")


def test_a_key_that_goes_without_being_missed_leaves_the_content_alone():
    with published_town() as t:
        t.call("repo", "rotate", "repo", "--role", "targets", "--remove-key", "c").sign("abst").says("Published")
        t.call("repo", "verify", "repo").says("root: version 2", "targets: version 1", "2 of 2 must")


def test_a_stolen_publishing_key_is_replaced():
    with published_town() as t:
        t.keys("u")
        t.call("repo", "rotate", "repo", "--role", "timestamp", "--add-key", "u.pem.pub", "--remove-key", "t").sign("ab")
        t.says("All approvals are there").sign("t", status=1).says("belongs to none of those").sign("u").says("Published")
        t.call("repo", "verify", "repo").says("signed by u")
        t.call("repo", "refresh", "repo", "--key", "t.pem", status=1).says("this needs --key with 1 of u")


def test_keys_that_nobody_has_cannot_be_rotated():
    with published_town() as t:
        before = t.files("repo")
        rotate = ("repo", "rotate", "repo")
        t.call(*rotate, "--remove-key", "zoe", status=1).says('root has no key "zoe"; it has a, b and c')
        t.call(*rotate, "--add-key", "a.pem.pub", status=1).says("is a key of root already")
        t.call(*rotate, "--remove-key", "a", status=1).says("If one is lost")
        t.call(*rotate, "--role", "targets", "--threshold", "4", status=1).says("4 of 3 keys can never sign")
        t.call("keys", "new", "d.pem", "--name", "a").call(*rotate, "--add-key", "d.pem.pub")
        t.call(*rotate, "--remove-key", "a", status=1).says('several keys are called "a"')
        shutil.rmtree(t.path("repo/staged"))
        assert {name for name in before if not name.startswith("staged")} == set(t.files("repo"))


def test_a_refreshed_timestamp_costs_one_file():
    with published_town() as t:
        before = t.files("repo")
        t.call("repo", "refresh", "repo", "--key", "t.pem").says("Published a new timestamp:")
        after = t.files("repo")
        assert [name for name in after if after[name] != before.get(name)] == ["metadata/timestamp.json"]
        assert version(t, "timestamp.json") == 2
        t.call("repo", "refresh", "repo", "--key", "a.pem", status=1).says("this needs --key with 1 of t")


def test_near_its_end_the_snapshot_is_renewed_too_and_the_rest_is_announced():
    with published_town() as t:
        t.call("repo", "refresh", "repo", "--key", "t.pem", at="+600d", status=1).says("for the snapshot")
        t.call("repo", "refresh", "repo", "--key", "t.pem", "--key", "s.pem", at="+600d")
        t.says("and a new snapshot", "SOON: targets ends on", "repo rotate repo --role targets")
        assert version(t, "2.snapshot.json") == 2 and version(t, "timestamp.json") == 2
        t.call("repo", "rotate", "repo", "--role", "targets", at="+600d")
        t.sign("abst", at="+600d").says("Published")
        t.call("repo", "verify", "repo", at="+601d").says("targets: version 2")


def test_a_refresh_leaves_what_waits_for_signatures_alone():
    with published_town() as t:
        t.call("repo", "add", "repo", pack_of("2", CHANGE)).sign("ab")
        t.call("repo", "refresh", "repo", "--key", "t.pem").sign("st").says("Published")
        assert version(t, "timestamp.json") == 3
        t.call("repo", "verify", "repo").says("targets: version 2")


def test_nothing_is_dated_by_a_clock_that_is_behind():
    with published_town() as t:
        t.path("stick").mkdir()
        before = t.files("repo")
        for command in (("repo", "add", "repo", pack_of("2", CHANGE)), ("repo", "refresh", "repo", "--key", "t.pem"),
                        ("repo", "rotate", "repo"), ("export-stick", "repo", "stick", "--key", "t.pem")):
            t.call(*command, at="-30d", status=1).says("set the clock first")
        assert t.files("repo") == before


def test_verify_sees_what_a_kiosk_would_refuse():
    with published_town() as t:
        t.call("repo", "verify", "repo", at="+20d", status=1).says("expired")
        shutil.copytree(t.path("repo"), t.path("good"))

        def spoil(name, change):
            shutil.rmtree(t.path("repo"))
            shutil.copytree(t.path("good"), t.path("repo"))
            path = next(t.path("repo").rglob(name))
            path.write_bytes(change(path.read_bytes()))
            t.call("repo", "verify", "repo", status=1)
        spoil("*.pack.zst", lambda content: content[:-1])
        spoil("*.pack.zst", lambda content: content[:200] + b"x" + content[201:])
        spoil("1.targets.json", lambda content: content.replace(b'"pages":2', b'"pages":3'))
        spoil("1.root.json", lambda content: content.replace(b'"threshold":2', b'"threshold":1'))
        spoil("timestamp.json", lambda content: content.replace(b'"version":1', b'"version":2', 1))
        t.path("repo/metadata/timestamp.json").unlink()
        t.call("repo", "verify", "repo", status=1)


def test_verify_sees_a_patch_that_is_not_what_was_signed_even_without_its_pack():
    with published_town() as t:
        t.call("repo", "add", "repo", pack_of("2", CHANGE)).sign("abst")
        shutil.rmtree(t.path("repo/packs"))
        t.call("repo", "verify", "repo").says("0 of 1 patches lead to it (the packs for the others are not kept here)")
        patch = next(t.path("repo/targets").rglob("*.zsd"))
        patch.write_bytes(patch.read_bytes()[:-1] + b"x")
        t.call("repo", "verify", "repo", status=1).says("is missing, or not what was signed")


def test_a_stick_holds_plain_files_that_any_file_system_can():
    with published_town() as t:
        t.path("stick").mkdir()
        t.call("repo", "add", "repo", pack_of("2", CHANGE)).sign("abst")
        t.call("export-stick", "repo", "stick", "--expires-in", "400d", "--key", "t.pem").says("was read back")
        names = sorted(t.files("stick"))
        assert names[:4] == [f"foyer/metadata/{name}.json" for name in ("1.root", "2.snapshot", "2.targets", "timestamp")]
        assert len(names) == 6 and names[4].startswith("foyer/targets/packs/")
        for name in names:
            assert all(re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,200}", part) for part in name.split("/")), name
        signed = t.read("stick/foyer/metadata/timestamp.json")["signed"]
        assert signed["x-channel"] == "usb"
        ends = datetime.datetime.fromisoformat(signed["expires"]) - datetime.datetime.fromisoformat(signed["x-issued"])
        assert ends == datetime.timedelta(days=400)
        # The network's own is neither marked nor counted on by that.
        network = t.read("repo/metadata/timestamp.json")["signed"]
        assert "x-channel" not in network and network["version"] == 2


def test_a_later_stick_counts_on_and_takes_what_is_no_longer_needed_away():
    with published_town() as t:
        t.path("stick").mkdir()
        t.call("export-stick", "repo", "stick", "--key", "t.pem")
        before = t.read("stick/foyer/metadata/timestamp.json")["signed"]["version"]
        t.path("stick/foyer/targets/packs/.DS_Store").write_text("somebody's")
        t.path("stick/holiday.jpg").write_text("somebody's")
        for number in "234":
            t.call("repo", "add", "repo", pack_of(number), at=f"+{number}d").sign("abst", at=f"+{number}d")
        t.call("export-stick", "repo", "stick", "--key", "t.pem", at="+5d")
        assert t.read("stick/foyer/metadata/timestamp.json")["signed"]["version"] > before
        targets = [name for name in t.files("stick") if "/targets/" in name and not name.endswith(".DS_Store")]
        assert len(targets) == 1 + 3 and "holiday.jpg" in t.files("stick")


def test_a_stick_that_cannot_be_made_is_explained():
    with town() as t:
        t.init()
        t.path("stick").mkdir()
        t.call("export-stick", "repo", "stick", "--key", "t.pem", status=1).says("nothing is published yet")
    with published_town() as t:
        t.call("export-stick", "repo", "nowhere", "--key", "t.pem", status=1).says("give the one where the stick is mounted")
        t.path("stick/foyer/metadata").mkdir(parents=True)
        t.call("export-stick", "repo", "stick", "--key", "a.pem", status=1).says("a stick needs --key with 1 of t")
        t.call("export-stick", "repo", "stick", status=1).says("a stick needs --key with 1 of t")
        t.call("export-stick", "repo", "stick", "--key", "t.pem", "--expires-in", "long", status=1)
        t.says("is no length of time")
        t.path("stick/foyer/metadata/1.root.json").write_text("{}")
        t.call("export-stick", "repo", "stick", "--key", "t.pem", status=1).says("holds the content of another publisher")
        assert list(t.files("stick")) == ["foyer/metadata/1.root.json"]


def test_a_stick_tells_when_something_else_ends_before_it():
    with published_town() as t:
        t.path("stick").mkdir()
        t.call("export-stick", "repo", "stick", "--key", "t.pem", "--expires-in", "5y")
        end = json.loads(t.path("repo/metadata/1.targets.json").read_text())["signed"]["expires"][:10]
        t.says(f"Kiosks take it until {end}, when the signatures of")

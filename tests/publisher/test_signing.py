# SPDX-License-Identifier: EUPL-1.2
"""Adding and approving.

The risk: something is published that too few approved, or that is not what they were shown.
"""
import fcntl
import shutil

from publisher import first_pack, pack_of, published_town, town

CHANGE = ("pages/first/de.md", "Ein Satz", "Ein anderer Satz")


def test_nothing_is_public_before_enough_have_signed():
    with town() as t:
        t.init().call("repo", "add", "repo", first_pack()).says("No kiosk sees it yet")
        t.sign("a").says("Still needed for the content (targets): 1 more of b and c")
        t.sign("ast").says("Still needed for the keys (root): 1 more of b and c")
        assert not t.path("repo/metadata").exists() and not t.path("repo/targets").exists()
        t.sign("c").says("All approvals are there. Nothing is published yet")
        assert not t.path("repo/metadata").exists()
        t.sign("s").says("Nothing is published yet", "the timestamp (t)")
        assert not t.path("repo/metadata").exists()
        t.sign("t").says("Published")
        t.call("repo", "verify", "repo").says("signed by a and c; 2 of 3 must")


def test_copies_that_people_signed_come_together():
    with town() as t:
        t.init().call("repo", "add", "repo", first_pack())
        for letter in "ab":
            shutil.copytree(t.path("repo"), t.path(letter))
            t.sign(letter, folder=letter).says("Still needed")
        t.sign("st", "--from", "a", "--from", "b").says("Took over 2 signatures from a", "Published")
        t.call("repo", "verify", "repo")


def test_a_copy_of_something_else_is_refused():
    with town() as t:
        t.init().call("repo", "add", "repo", first_pack())
        shutil.copytree(t.path("repo"), t.path("copy"))
        t.sign("a", "--from", "copy", status=1).says("copy: no signature there that is not here already")
        t.call("repo", "add", "copy", pack_of("1", CHANGE)).sign("a", folder="copy")
        t.sign("", "--from", "copy", status=1).says("are not those staged here")
        t.sign("", "--from", "nowhere", status=1).says("nowhere is no repository")


def test_a_stranger_cannot_sign():
    with town() as t:
        t.keys("x")
        t.init()
        t.sign("x", status=1).says("belongs to none of those whose signature is awaited")
        assert all(not t.read(f"repo/staged/{role}.json")["signatures"] for role in ("root", "targets"))


def test_what_is_approved_is_shown_before_a_passphrase_is_asked_for():
    with published_town() as t:
        t.call("repo", "add", "repo", pack_of("2", CHANGE)).says("as number 2", "patches from 1 earlier pack")
        t.sign("a", passphrase=None, status=1).says("changed  Die Seite first", "no passphrase fits")
        t.sign("", passphrase=None).says("changed  Die Seite first", "Still needed for the content (targets): 2 more of a, b and c")


def test_a_pack_that_is_not_what_kiosks_would_fetch_is_not_signed():
    with published_town() as t:
        t.call("repo", "add", "repo", pack_of("2", CHANGE))
        shown = next(t.path("repo/staged/packs").rglob("2.pack"))
        good = shown.read_bytes()
        shown.write_bytes(first_pack().read_bytes())
        t.sign("a", status=1).says("Do not sign")
        shown.write_bytes(good)
        served = next(t.path("repo/staged/targets").rglob("*.pack.zst"))
        served.write_bytes(next(t.path("repo/targets").rglob("*.pack.zst")).read_bytes())
        t.sign("a", status=1).says("Do not sign")
        served.unlink()
        t.sign("a", status=1).says("is missing; get a whole copy")


def test_a_list_that_has_kiosks_fetch_another_pack_than_it_shows_is_not_signed():
    with published_town() as t:
        t.call("repo", "add", "repo", pack_of("2", CHANGE))
        staged = t.read("repo/staged/targets.json")
        old = t.read("repo/metadata/1.targets.json")["signed"]["targets"]["packs/town.pack.zst"]
        new = staged["signed"]["targets"]["packs/town.pack.zst"]
        assert new["custom"]["foyer"]["length"] == old["custom"]["foyer"]["length"]  # or else that gives it away
        new["hashes"], new["length"] = old["hashes"], old["length"]
        t.write("repo/staged/targets.json", staged)
        t.sign("a", status=1).says("Do not sign")


def test_a_list_that_tells_other_things_than_the_pack_is_not_signed():
    with published_town() as t:
        t.call("repo", "add", "repo", pack_of("2", CHANGE))
        good = t.path("repo/staged/targets.json").read_text()
        for old, new, sentence in (('"title":"Unser Rathaus"', '"title":"Nicht unseres"', "tells other things"),
                                   ('"publisher":"Stadt Probe"', '"publisher":"Stadt Prove"', "tells other things"),
                                   ('"pages":2', '"pages":9', "tells other things"),
                                   ('"sequence":2', '"sequence":1', "Do not sign")):
            assert old in good
            t.path("repo/staged/targets.json").write_text(good.replace(old, new))
            t.sign("a", status=1).says(sentence)
        # What was published changes its meaning without its file changing.
        t.path("repo/staged/targets.json").write_text(good)
        staged = t.read("repo/staged/targets.json")
        staged["signed"]["targets"] = t.read("repo/metadata/1.targets.json")["signed"]["targets"]
        staged["signed"]["targets"]["packs/town.pack.zst"]["custom"]["foyer"]["sha256"] = "0" * 64
        t.write("repo/staged/targets.json", staged)
        t.sign("a", status=1).says("Do not sign")


def test_a_forged_signature_does_not_count():
    with published_town() as t:
        t.call("repo", "add", "repo", pack_of("2", CHANGE))
        staged = t.read("repo/staged/targets.json")
        by_b = t.read("repo/metadata/1.targets.json")["signatures"]
        staged["signatures"] = by_b  # of another list
        t.write("repo/staged/targets.json", staged)
        t.sign("").says("Still needed for the content (targets): 2 more of a, b and c")
        t.sign("ast").says("Still needed for the content (targets): 1 more of b and c")


def test_a_list_with_a_patch_to_somewhere_else_is_not_signed():
    with published_town() as t:
        t.call("repo", "add", "repo", pack_of("2", CHANGE))
        staged = t.read("repo/staged/targets.json")
        patch = next(target for name, target in staged["signed"]["targets"].items() if name.endswith(".zsd"))
        patch["custom"]["foyer"]["result_sha256"] = "0" * 64
        t.write("repo/staged/targets.json", staged)
        t.sign("a", status=1).says("is neither a pack nor a patch to one. Do not sign")


def test_a_file_that_changed_after_it_was_signed_is_not_published():
    with published_town() as t:
        t.call("repo", "add", "repo", pack_of("2", CHANGE)).sign("ab")
        public = t.files("repo/metadata")
        patch = next(t.path("repo/staged/targets").rglob("*.zsd"))
        patch.write_bytes(patch.read_bytes() + b"x")
        t.sign("st", status=1).says("nothing was published", "is not the file that was signed")
        assert t.files("repo/metadata") == public
        t.call("repo", "verify", "repo").says("Something else waits for signatures")


def test_the_same_pack_again_and_no_pack_at_all_are_refused():
    with published_town() as t:
        before = t.files("repo")
        t.call("repo", "add", "repo", first_pack(), status=1).says("just this pack is published already")
        t.call("repo", "add", "repo", "a.pem", status=1).says("a.pem")
        t.call("repo", "add", "repo", "nothing.pack", status=1).says("nothing.pack")
        damaged = bytearray(first_pack().read_bytes())
        damaged[len(damaged) // 2:len(damaged) // 2 + 40_000] = bytes(40_000)
        t.path("damaged.pack").write_bytes(damaged)
        t.call("repo", "add", "repo", "damaged.pack", status=1)
        assert t.files("repo") == before
        t.sign("a", status=1).says("nothing waits for a signature here")


def test_patches_lead_from_the_last_five_packs_and_older_files_go():
    with town() as t:
        t.init("--one-editor", targets="a")
        for version in range(1, 8):
            t.call("repo", "add", "repo", pack_of(str(version))).sign("abst" if version == 1 else "ast").says("Published")
        names = sorted(int(path.stem) for path in t.path("repo/packs").rglob("*.pack"))
        assert names == [2, 3, 4, 5, 6, 7], names
        t.call("repo", "verify", "repo").says("number 7", "unpacks, and 5 of 5 patches lead to it")
        targets = t.read("repo/metadata/7.targets.json")["signed"]["targets"]
        assert len(targets) == 6
        # Those of the list before are still there, for kiosks in the middle of it: 1 + 5, and 1 + 5.
        assert len(t.files("repo/targets")) == 12
        assert max(target["length"] for name, target in targets.items() if name.endswith(".zsd")) < 50_000


def test_progress_is_shown_to_those_who_watch():
    with town() as t:
        t.init().call("repo", "add", "repo", first_pack(), "--progress")
        t.says("compressing the whole pack [##############################] 100 %")


def test_metadata_that_were_edited_are_not_gone_on_with():
    with published_town() as t:
        path = t.path("repo/metadata/1.targets.json")
        path.write_text(path.read_text().replace('"signed":', ' "signed":'))
        t.call("repo", "add", "repo", first_pack(), status=1).says("was changed by something else than foyer-pack")


def test_two_commands_do_not_work_on_one_folder_at_a_time():
    with published_town() as t:
        with open(t.path("repo/lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            t.call("repo", "refresh", "repo", "--key", "t.pem", status=1).says("another process is at work")
            t.call("repo", "verify", "repo")
        t.call("repo", "refresh", "repo", "--key", "t.pem")


def test_what_was_overtaken_has_to_be_staged_again():
    with published_town() as t:
        t.call("repo", "add", "repo", pack_of("2", CHANGE))
        stale = t.path("repo/staged/targets.json").read_bytes()
        t.sign("abst").says("Published")
        t.path("repo/staged/targets.json").write_bytes(stale.replace(b"2028", b"2029").replace(b"2027", b"2028"))
        t.sign("a", status=1).says("were published in another way since this was staged")

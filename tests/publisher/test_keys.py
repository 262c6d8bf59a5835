# SPDX-License-Identifier: EUPL-1.2
"""Keys and who may use them.

The risk: a key that lies open, is overwritten, travels with the repository, or counts for more than one person.
"""
import os
import pty
import stat
import tempfile

from publisher import PACK, PASSPHRASE, Town, published_town, town


def test_a_new_key_is_encrypted_and_for_its_owner_alone():
    with town("a") as t:
        secret = t.path("a.pem")
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600
        assert secret.read_text().startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
        public = t.read("a.pem.pub")
        assert public["name"] == "a" and len(public["public"]) == 64
        assert public["public"] not in secret.read_text()


def test_a_key_is_never_replaced():
    with town("a") as t:
        before = t.path("a.pem").read_bytes()
        t.call("keys", "new", "a.pem", status=1).says("a.pem is there already and is not replaced")
        t.path("a.pem.pub").rename(t.path("b.pem.pub"))
        t.call("keys", "new", "b.pem", status=1).says("b.pem.pub is there already")
        assert t.path("a.pem").read_bytes() == before and not t.path("b.pem").exists()


def test_a_key_without_a_good_passphrase_is_not_made():
    with tempfile.TemporaryDirectory() as folder:
        t = Town(folder)
        t.call("keys", "new", "a.pem", passphrase="short", status=1).says("a passphrase has 10 letters at least")
        t.call("keys", "new", "a.pem", passphrase=None, status=1).says("there is no terminal", "--passphrase-file")
        t.call("keys", "new", "a.pem", "--name", "a\nb", status=1).says("a key's name has 1 to 60 letters")
        t.call("keys", "new", "a.pem", "--passphrase-file", "none", status=1).says("none: No such file")
        t.path("empty").write_text("\n")
        t.call("keys", "new", "a.pem", "--passphrase-file", "empty", status=1).says("its first line is no passphrase")
        assert sorted(os.listdir(folder)) == ["empty"]


def on_terminal(arguments, answers, folder):
    """Exit status and everything a person at the terminal would see."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.pop("FOYER_PASSPHRASE", None)
        os.execv(PACK, [PACK, *arguments])
    seen = b""
    answers = list(answers)
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        seen += piece
        if answers and seen.endswith(b": "):
            os.write(terminal, answers.pop(0).encode() + b"\n")
            seen += b"|"
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen.decode()


def test_a_passphrase_is_asked_for_twice_and_not_shown():
    with tempfile.TemporaryDirectory() as folder:
        status, seen = on_terminal(["keys", "new", "a.pem"], ["a word or two", "a word or three"], folder)
        assert status == 1 and "the two passphrases differ" in seen and not os.listdir(folder), seen
        status, seen = on_terminal(["keys", "new", "a.pem"], ["a word or two", "a word or two"], folder)
        assert status == 0 and "Made a key" in seen, seen
        assert "Passphrase for the new key: " in seen and "The same once more: " in seen
        assert "word" not in seen, seen
        Town(folder).call("keys", "new", "b.pem")


def test_a_wrong_passphrase_signs_nothing():
    with town() as t:
        t.init()
        staged = t.files("repo/staged")
        t.sign("a", passphrase="not these words", status=1).says("no passphrase fits")
        t.path("words").write_text(PASSPHRASE + "\n")
        assert t.files("repo/staged") == staged
        t.sign("a", "--passphrase-file", "words", passphrase=None).says("Signed the keys (root) with a.pem")


def test_a_private_key_inside_the_repository_is_refused():
    with town() as t:
        t.init()
        t.path("a.pem").rename(t.path("repo/a.pem"))
        t.call("repo", "sign", "repo", "--key", "repo/a.pem", status=1).says("lies inside the repository")
        os.symlink(t.path("repo"), t.path("elsewhere"))
        t.call("repo", "sign", "repo", "--key", "elsewhere/a.pem", status=1).says("lies inside the repository")


def test_no_secret_is_ever_written_into_the_repository():
    with published_town() as t:
        for name, content in t.files("repo").items():
            assert b"PRIVATE" not in content and PASSPHRASE.encode() not in content, name


def test_a_set_of_keys_that_cannot_work_is_refused():
    with town() as t:
        cases = [
            ({"root": "ab"}, [], "If one is lost, no kiosk out there can ever be told"),
            ({"targets": "a"}, [], "2 of 1 keys can never sign; give more keys, or --one-editor"),
            ({"root": "aabc"}, [], "a.pem.pub is given twice for root"),
            ({"root": "abs"}, [], "take a key of its own"),
            ({"targets": "abt"}, [], "take a key of its own"),
            ({}, ["--root-threshold", "0"], "0 of 3 keys can never sign"),
            ({}, ["--root-lifetime", "5 years"], "is no length of time; write 14d, 26w or 5y"),
            ({}, ["--timestamp-lifetime", "0d"], "is no length of time"),
        ]
        for letters, more, sentence in cases:
            options = [part for role in ("root", "targets") for letter in letters.get(role, "abc")
                       for part in (f"--{role}-key", f"{letter}.pem.pub")]
            t.call("repo", "init", "repo", *options, "--snapshot-key", "s.pem.pub", "--timestamp-key", "t.pem.pub", *more,
                   status=1).says(sentence)
            assert not t.path("repo").exists()


def test_a_file_that_is_no_public_key_is_refused():
    with town() as t:
        t.path("b.pem.pub").write_text("hello\n")
        t.call("repo", "init", "repo", "--root-key", "a.pem.pub", "b.pem.pub", "--targets-key", "a.pem.pub",
               "--snapshot-key", "s.pem.pub", "--timestamp-key", "t.pem.pub", status=1).says("this is no public key file")
        t.write("b.pem.pub", {**t.read("a.pem.pub"), "public": "00" * 31})
        t.call("repo", "init", "repo", "--root-key", "a.pem.pub", "b.pem.pub", "--targets-key", "a.pem.pub",
               "--snapshot-key", "s.pem.pub", "--timestamp-key", "t.pem.pub", status=1).says("is damaged; ask for it again")


def test_a_town_with_one_editor_is_told_what_that_means():
    with town() as t:
        t.init("--one-editor", targets="a").says("targets: 1 of a", "NOTE: one person alone decides")
        t.sign("abst").says("Published")


def test_a_second_init_leaves_a_repository_as_it_is():
    with town() as t:
        t.init()
        before = t.files("repo")
        options = ["--root-key", "a.pem.pub", "b.pem.pub", "c.pem.pub", "--targets-key", "a.pem.pub", "b.pem.pub"]
        t.call("repo", "init", "repo", *options, "--snapshot-key", "s.pem.pub", "--timestamp-key", "t.pem.pub",
               status=1).says("repo is a repository already")
        assert t.files("repo") == before


def test_the_exit_status_tells_usage_from_problems():
    with town("a") as t:
        t.call("repo", status=2)
        t.call("keys", "old", "a.pem", status=2)
        t.call("repo", "add", "repo", status=2)
        t.call("repo", "rotate", "repo", "--role", "king", status=2)
        t.call("repo", "verify", "nowhere", status=1).says("nowhere is no repository")
        t.call("export-stick", "nowhere", "stick", status=1).says("nowhere is no repository")

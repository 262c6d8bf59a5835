# SPDX-License-Identifier: EUPL-1.2
"""Risk: somebody plugs a stick in, and the kiosk shows what it should not, shows nothing, or does not say why."""
import contextlib
import os
import pathlib
import shutil
import time

from nginx import Nginx
from town import REFUSED, Town, run


def refused(town, folder, code):
    """The stick is refused with this code, nothing has changed, and nothing is left behind."""
    before = town.store.active()
    town.store.update("stick", folder, expect=REFUSED)
    assert town.store.code() == code, town.store.report()["status"]
    assert town.store.report()["freshness"]["last_refusal_code"] == code
    assert town.store.active() == before
    assert not town.store.leftovers(), town.store.leftovers()


def files(stick, end):
    return [path for path in (stick / "foyer").rglob("*") if path.name.endswith(end)]


@contextlib.contextmanager
def updated_town():
    """Its kiosk has pack 2 from a stick."""
    with Town() as town:
        town.publish(1)
        town.publish(2)
        town.store.update("stick", town.stick())
        yield town


def test_a_stick_brings_the_new_pack_by_a_patch_from_the_factory_pack():
    with updated_town() as town:
        assert town.store.active_version() == "2"
        status = town.store.report()["status"]
        assert status["phase"] == "installed" and status["pages_known"], status
        # Three pages are new, one picture came to one of them; ten have a sentence more, two another picture.
        assert (status["new_pages"], status["changed_pages"]) == (3, 12), status
        assert status["publisher"] == "Niemand"
        assert not town.store.leftovers()


def test_the_same_stick_again_is_no_error():
    with updated_town() as town:
        town.store.update("stick", town.folder / "stick")
        assert town.store.report()["status"]["phase"] == "up_to_date"


def test_threat_9_a_stick_without_a_repository_is_U01():
    with updated_town() as town:
        empty = town.folder / "photos"
        (empty / "DCIM").mkdir(parents=True)
        refused(town, empty, "U01")
        refused(town, town.folder / "not there", "U01")


def test_threat_9_a_stick_of_another_town_is_U02():
    with updated_town() as town, Town() as other:
        other.publish(3)
        refused(town, other.stick(), "U02")


def test_threat_10_an_older_stick_is_U05():
    with Town() as town:
        town.publish(1)
        old = town.stick("old")
        town.publish(2)
        town.store.update("stick", town.stick())
        refused(town, old, "U05")


def test_threat_3_an_expired_stick_is_U04_with_the_reason():
    with Town() as town:
        town.publish(1)
        short = town.stick("short", expires_in="1d")
        # Nobody has set this kiosk's clock: what it knows of the date is what it last saw signed.
        town.publisher.refresh(at="+10 days")
        with Nginx(town.publisher.repository) as server:
            town.store.update("--source", server.url)
        refused(town, short, "U04")
        assert "expired" in town.store.report()["status"]["detail"]


def test_a_damaged_stick_is_U06_whatever_is_damaged():
    with updated_town() as town:
        town.publish(3)
        for end in (".targets.json", ".pack.zst", "timestamp.json"):
            stick = town.stick("damaged")
            for path in files(stick, end):
                bytes_ = bytearray(path.read_bytes())
                bytes_[len(bytes_) // 2] ^= 0x20
                path.write_bytes(bytes_)
            # A patch that is whole would do without the whole pack.
            for path in files(stick, ".zsd") if end == ".pack.zst" else []:
                path.unlink()
            town.store.update("stick", stick, expect=REFUSED)
            assert town.store.code() in ("U03", "U06"), (end, town.store.report()["status"])
            shutil.rmtree(stick)


def test_a_half_filled_stick_is_U06():
    with updated_town() as town:
        town.publish(3)
        stick = town.stick("half")
        for path in files(stick, ".zst") + files(stick, ".zsd"):
            path.unlink()
        refused(town, stick, "U06")


def test_threat_11_links_pipes_devices_and_folders_in_place_of_files_lead_nowhere():
    with updated_town() as town:
        town.publish(3)
        secret = town.folder / "secret"
        secret.write_text("{}")

        def link(path):
            path.symlink_to(secret)

        for replace in (link, os.mkfifo, pathlib.Path.mkdir):
            stick = town.stick("hostile")
            timestamp = stick / "foyer" / "metadata" / "timestamp.json"
            timestamp.unlink()
            replace(timestamp)
            began = time.monotonic()
            refused(town, stick, "U06")
            assert time.monotonic() - began < 10
            shutil.rmtree(stick)
        stick = town.stick("linked")
        shutil.move(stick / "foyer" / "targets", town.folder / "elsewhere")
        (stick / "foyer" / "targets").symlink_to(town.folder / "elsewhere")
        refused(town, stick, "U06")


def test_threat_11_a_file_of_ten_gigabytes_that_has_only_a_name_is_not_read():
    with updated_town() as town:
        town.publish(3)
        stick = town.stick()
        for path in [stick / "foyer" / "metadata" / "timestamp.json", *files(stick, ".zst"), *files(stick, ".zsd")]:
            os.truncate(path, 10 * 1000**3)
        began = time.monotonic()
        town.store.update("stick", stick, expect=REFUSED)
        assert time.monotonic() - began < 10
        assert town.store.code() in ("U06", "U09"), town.store.report()["status"]
        assert not town.store.leftovers()


def test_a_stick_that_went_through_a_real_FAT_file_system_is_taken():
    with Town() as town:
        town.publish(1)
        town.publish(2)
        image, out = town.folder / "stick.img", town.folder / "mounted"
        out.mkdir()
        with open(image, "wb") as file:
            file.truncate(64 * 1024**2)
        run("mformat", "-i", image, "-F", "::")
        run("mcopy", "-s", "-i", image, town.stick() / "foyer", "::")
        run("mcopy", "-s", "-i", image, "::/foyer", out)
        town.store.update("stick", out)
        assert town.store.active_version() == "2"


def test_a_stick_with_everything_in_capitals_has_nothing_for_us():
    with updated_town() as town:
        stick = town.stick()
        (stick / "foyer").rename(stick / "FOYER")
        refused(town, stick, "U01")


def test_rollback_goes_back_one_pack_and_stays_there():
    with updated_town() as town:
        (town.store.state / "note").write_text(f"foyer-note 1\nshown {town.store.active()}\n")
        town.publish(3)
        stick = town.stick()
        town.store.update("stick", stick)
        assert town.store.active_version() == "3"
        town.store.update("rollback")
        assert town.store.active_version() == "2"
        refused(town, stick, "U15")


def test_two_updates_at_once_are_one_and_a_refusal():
    with updated_town() as town:
        import fcntl
        with open(town.store.folder / "lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            town.store.update("stick", town.folder / "stick", expect=3)
            town.store.update("status")


def test_watch_takes_each_stick_that_appears_and_forgets_it_when_it_is_gone():
    with Town() as town:
        town.publish(1)
        town.publish(2)
        media = town.folder / "media"
        media.mkdir()
        process = town.store.start("watch", media)
        try:
            shutil.copytree(town.stick(), media / "first")
            wait_for(town, lambda report: report["status"]["phase"] == "installed")
            shutil.rmtree(media / "first")
            wait_for(town, lambda report: report["status"]["phase"] == "idle")
            (media / "photos").mkdir()
            (media / "photos" / "picture.jpg").write_bytes(b"x")
            wait_for(town, lambda report: report["status"]["code"] == "U01")
        finally:
            process.kill()
            process.wait()


def test_watch_takes_the_kiosks_note_into_account():
    with updated_town() as town:
        media = town.folder / "media"
        media.mkdir()
        process = town.store.start("watch", media)
        try:
            assert not town.store.status()["packs"]["confirmed"]
            note = town.store.state / "note"
            # Until the watch stands, nobody notices: so again and again, as a kiosk would not.
            for _ in range(300):
                note.with_suffix(".new").write_text(f"foyer-note 1\nshown {town.store.active()}\n")
                note.with_suffix(".new").rename(note)
                if town.store.status()["packs"]["confirmed"]:
                    return
                time.sleep(0.1)  # between two looks
            raise AssertionError("the pack is not confirmed")
        finally:
            process.kill()
            process.wait()


def test_status_says_the_same_to_people():
    with updated_town() as town:
        text = town.store.update("status").stdout
        assert "version 2" in text and "on trial" in text and "by stick" in text, text


def wait_for(town, condition, seconds=30):
    end = time.monotonic() + seconds
    while True:
        with contextlib.suppress(FileNotFoundError):
            if condition(town.store.report()):
                return
        assert time.monotonic() < end, town.store.report()
        time.sleep(0.02)  # between two looks; there is nothing to wait on

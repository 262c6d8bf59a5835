# SPDX-License-Identifier: EUPL-1.2
"""Risk: an update is installed, and the visitor sees nothing of it, or loses the place."""
import shutil
import time

from drive import Kiosk, Setup
from town import Town

NEW = "Diesen Satz gab es noch nicht."
PAGE = "page-000001"


def kiosk_setup(town, **more):
    return Setup(pack=str(town.store.factory), more=("--store", str(town.store.folder), "--state", str(town.store.state)),
                 **more)


def wait_for(condition, seconds=30):
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.02)  # between two looks; there is nothing to wait on
    return found


def words(kiosk):
    return "\n".join(kiosk.tree().names()).replace("\u00ad", "")


def test_a_stick_changes_the_page_a_visitor_is_reading():
    with Town() as town:
        town.publish(1)
        town.publish(2)
        stick, media = town.stick(), town.folder / "media"
        media.mkdir()
        watch = town.store.start("watch", media)
        try:
            with Kiosk(kiosk_setup(town, page=PAGE)) as kiosk:
                assert NEW not in words(kiosk)
                shutil.copytree(stick, media / "stick")
                wait_for(lambda: NEW in words(kiosk))
                assert kiosk.ask(do="status")["page"] == PAGE
                wait_for(lambda: town.store.status()["packs"]["confirmed"])
        finally:
            watch.kill()
            watch.wait()


def test_a_kiosk_that_starts_after_an_update_shows_the_new_pack():
    with Town() as town:
        town.publish(2)
        town.store.update("stick", town.stick())
        with Kiosk(kiosk_setup(town, page=PAGE)) as kiosk:
            assert NEW in words(kiosk)
        town.store.update("heed")
        assert town.store.status()["packs"]["confirmed"]


def test_threat_18_a_pack_the_kiosk_cannot_open_gives_way_to_the_one_before():
    with Town() as town:
        town.publish(2)
        town.store.update("stick", town.stick())
        with Kiosk(kiosk_setup(town, page=PAGE)):
            pass
        town.store.update("heed")
        good = town.store.active()
        town.publish(3)
        town.store.update("stick", town.stick())
        bad = town.store.active()
        pack = town.store.folder / "packs" / f"{bad}.pack"
        pack.chmod(0o644)
        pack.write_bytes(b"a worn card")
        with Kiosk(kiosk_setup(town, page=PAGE)) as kiosk:
            assert NEW in words(kiosk)
        town.store.update("heed")
        assert town.store.active() == good

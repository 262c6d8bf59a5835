# SPDX-License-Identifier: EUPL-1.2
"""Both directions against an independent implementation of The Update Framework, over a real nginx.

The risk: publisher and kiosk make the same mistake, agree with each other, and with nobody else.
"""
import datetime
import hashlib
import os
import pathlib
import shutil
import sys

import python_tuf  # noqa: F401, makes tuf importable

from cryptography.hazmat.primitives.asymmetric import rsa
from nginx import Nginx
from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import DownloadError, RepositoryError
from tuf.api.metadata import (DelegatedRole, Delegations, Metadata, MetaFile, Root, Snapshot, TargetFile, Targets,
                              Timestamp)
from tuf.ngclient import Updater

sys.path.append(str(pathlib.Path(__file__).parent.parent / "publisher"))
from publisher import first_pack, pack_of, published_town  # noqa: E402

CLIENT = os.environ["FOYER_TUF_CLIENT"]
UPDATE = os.environ["FOYER_UPDATE"]
CHANGE = ("pages/first/de.md", "Ein Satz", "Ein anderer Satz")


# Direction 1: foyer-pack publishes, python3-tuf reads.

def reader(town, url, name):
    """python3-tuf's client, which knows the first root."""
    folder = town.path(name)
    for below in ("metadata", "targets"):
        (folder / below).mkdir(parents=True)
    shutil.copy(town.path("repo/metadata/1.root.json"), folder / "metadata/root.json")
    return Updater(str(folder / "metadata"), url + "metadata/", str(folder / "targets"), url + "targets/")


def fetch(updater, path):
    updater.refresh()
    info = updater.get_targetinfo(path)
    assert info is not None, path
    return pathlib.Path(updater.download_target(info)), info


def test_python_tuf_takes_what_foyer_pack_publishes():
    with published_town() as town, Nginx(town.path("repo")) as server:
        file, info = fetch(reader(town, server.url, "first"), "packs/town.pack.zst")
        assert hashlib.sha256(file.read_bytes()).hexdigest() == info.hashes["sha256"]
        facts = info.custom["foyer"]
        assert facts["sha256"] == hashlib.sha256(first_pack().read_bytes()).hexdigest()
        assert (facts["id"], facts["sequence"], facts["pages"]) == ("town", 1, 2)
        town.call("repo", "add", "repo", pack_of("2", CHANGE)).sign("bcst").says("Published")
        base = hashlib.sha256(first_pack().read_bytes()).hexdigest()
        file, info = fetch(reader(town, server.url, "second"), f"packs/town/from-{base}.zsd")
        assert info.custom["foyer"]["changed_pages"] == 1 and info.custom["foyer"]["new_pages"] == 0


def test_python_tuf_follows_a_change_of_every_key():
    with published_town() as town, Nginx(town.path("repo")) as server:
        kept = reader(town, server.url, "kept")
        kept.refresh()
        town.keys("d", "e", "f", "u", "v")
        for role, old, new in (("root", "ab", "de"), ("targets", "ab", "de"), ("snapshot", "s", "u"), ("timestamp", "t", "v")):
            changes = [part for letter in new for part in ("--add-key", f"{letter}.pem.pub")]
            changes += [part for letter in old for part in ("--remove-key", letter)]
            town.call("repo", "rotate", "repo", "--role", role, *changes)
        town.sign("abdeuv").says("Published").call("repo", "verify", "repo").says("root: version 2")
        fetch(reader(town, server.url, "fresh"), "packs/town.pack.zst")
        again = Updater(str(town.path("kept/metadata")), server.url + "metadata/")
        again.refresh()
        assert town.read("kept/metadata/root.json")["signed"]["version"] == 2


def test_python_tuf_takes_a_refreshed_timestamp_and_a_stick():
    with published_town() as town:
        town.call("repo", "refresh", "repo", "--key", "t.pem").path("stick").mkdir()
        town.call("export-stick", "repo", "stick", "--key", "t.pem")
        for folder in ("repo", "stick/foyer"):
            with Nginx(town.path(folder)) as server:
                fetch(reader(town, server.url, "for-" + folder.replace("/", "-")), "packs/town.pack.zst")


def test_python_tuf_refuses_what_was_tampered_with():
    with published_town() as town, Nginx(town.path("repo")) as server:
        file = next(town.path("repo/targets").rglob("*.pack.zst"))
        content = bytearray(file.read_bytes())
        content[100] ^= 1
        file.write_bytes(content)
        try:
            fetch(reader(town, server.url, "client"), "packs/town.pack.zst")
            raise AssertionError("a changed file was taken")
        except (RepositoryError, DownloadError):
            pass


# Direction 2: python3-tuf signs, our clients read.

FAR = datetime.datetime(2099, 1, 1, tzinfo=datetime.timezone.utc)


class Signed:
    """A repository of python3-tuf with a key of every kind, for the targets of one that foyer-pack made."""

    def __init__(self, town):
        self.folder = town.path("python")
        self.keys = {"root": [CryptoSigner.generate_ed25519(), CryptoSigner.generate_ecdsa(), self.rsa()],
                     "targets": [CryptoSigner.generate_rsa(), CryptoSigner.generate_ed25519()],
                     "snapshot": [CryptoSigner.generate_ecdsa()],
                     "timestamp": [CryptoSigner.generate_ed25519()]}
        shutil.copytree(town.path("repo/targets"), self.folder / "targets")
        (self.folder / "metadata").mkdir()
        newest = max(town.path("repo/metadata").glob("*.targets.json"))
        listed = Metadata[Targets].from_file(str(newest)).signed.targets
        self.root = Root(expires=FAR, consistent_snapshot=True)
        for role, signers in self.keys.items():
            for signer in signers:
                self.root.add_key(signer.public_key, role)
            self.root.roles[role].threshold = min(2, len(signers))
        self.targets = Targets(expires=FAR, targets=listed)
        self.snapshot = Snapshot(expires=FAR)
        self.timestamp = Timestamp(expires=FAR)

    @staticmethod
    def rsa():
        return CryptoSigner(rsa.generate_private_key(public_exponent=65537, key_size=2048))

    def delegate(self, role, path, content):
        """A file of somebody else, whom the top role trusts with `role`/*."""
        signer = CryptoSigner.generate_ed25519()
        target = TargetFile.from_data(path, content, ["sha256"])
        self.targets.delegations = Delegations({}, {role: DelegatedRole(role, [], 1, True, [f"{role}/*"])})
        self.targets.add_key(signer.public_key, role)
        stored = self.folder / "targets" / role / f"{target.hashes['sha256']}.{path.split('/')[-1]}"
        stored.parent.mkdir()
        stored.write_bytes(content)
        metadata = Metadata(Targets(expires=FAR, targets={path: target}))
        metadata.sign(signer)
        metadata.to_file(str(self.folder / f"metadata/1.{role}.json"))
        self.snapshot.meta[f"{role}.json"] = MetaFile(1)

    def publish(self):
        def write(name, signed, role, versioned=True):
            metadata = Metadata(signed)
            for signer in self.keys[role]:
                metadata.sign(signer, append=True)
            path = self.folder / "metadata" / (f"{signed.version}.{name}" if versioned else name)
            metadata.to_file(str(path))
            return path.read_bytes()
        write("root.json", self.root, "root")
        targets = write("targets.json", self.targets, "targets")
        self.snapshot.meta["targets.json"] = MetaFile.from_data(self.targets.version, targets, ["sha512"])
        snapshot = write("snapshot.json", self.snapshot, "snapshot")
        self.timestamp.snapshot_meta = MetaFile.from_data(self.snapshot.version, snapshot, ["sha256"])
        write("timestamp.json", self.timestamp, "timestamp", versioned=False)
        return self


def read_with_our_client(town, url, *paths, status=0):
    folder = town.path("client")
    if not folder.exists():
        (folder / "metadata").mkdir(parents=True)
        (folder / "targets").mkdir()
        town.call("--metadata-dir", folder / "metadata", "init", town.path("python/metadata/1.root.json"), program=CLIENT)
    wanted = [part for path in paths for part in ("--target-name", path)]
    town.call("--metadata-url", url + "metadata/", "--metadata-dir", folder / "metadata", *wanted, "--target-dir",
              folder / "targets", "--target-base-url", url + "targets/", "download", program=CLIENT, status=status)
    return [path.read_bytes() for path in folder.joinpath("targets").rglob("*") if path.is_file()]


def test_our_client_takes_what_python_tuf_signs_with_every_kind_of_key():
    with published_town() as town:
        made = Signed(town)
        made.delegate("guests", "guests/hello.txt", b"hello")
        made.publish()
        with Nginx(made.folder) as server:
            got = read_with_our_client(town, server.url, "packs/town.pack.zst", "guests/hello.txt")
            assert sorted(got) == sorted([b"hello", next(made.folder.rglob("*.pack.zst")).read_bytes()])


def test_our_client_follows_a_root_that_python_tuf_rotated():
    with published_town() as town:
        made = Signed(town).publish()
        with Nginx(made.folder) as server:
            read_with_our_client(town, server.url, "packs/town.pack.zst")
            made.root.revoke_key(made.keys["timestamp"][0].public_key.keyid, "timestamp")
            made.keys["timestamp"] = [Signed.rsa()]
            made.root.add_key(made.keys["timestamp"][0].public_key, "timestamp")
            made.root.version += 1
            made.timestamp.version += 1
            made.publish()
            read_with_our_client(town, server.url, "packs/town.pack.zst")
            assert town.read("client/metadata/timestamp.json")["signed"]["version"] == 2


def test_our_client_refuses_what_python_tuf_signed_with_too_few_keys():
    with published_town() as town:
        made = Signed(town).publish()
        made.keys["targets"].pop()
        made.targets.version = made.snapshot.version = made.timestamp.version = 2
        made.publish()
        with Nginx(made.folder) as server:
            assert not read_with_our_client(town, server.url, "packs/town.pack.zst", status=1)
            town.says("targets: signed by 1 of 2 who must")


def test_foyer_update_installs_what_python_tuf_signs():
    with published_town() as town:
        made = Signed(town).publish()
        for name in ("trust", "store"):
            town.path(name).mkdir()
        shutil.copy(made.folder / "metadata/1.root.json", town.path("trust/root.json"))
        with Nginx(made.folder) as server:
            town.call("--store", "store", "--trust", "trust", "--factory", pack_of("0"), "--source", server.url,
                      program=UPDATE)
        active = hashlib.sha256(first_pack().read_bytes()).hexdigest()
        assert f"active {active} 1 trial" in town.path("store/current").read_text()
        assert town.path(f"store/packs/{active}.pack").read_bytes() == first_pack().read_bytes()

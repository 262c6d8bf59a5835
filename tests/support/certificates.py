# SPDX-License-Identifier: EUPL-1.2
"""A certificate authority that nobody knows, for tests of https: openssl makes it in a moment.

    authority = Authority(folder)
    with Nginx(root, authority.issue("localhost")) as server: …      # authority.file is what to trust
"""
import pathlib
import subprocess


class Authority:
    def __init__(self, folder, name="Test authority"):
        self._folder = pathlib.Path(folder)
        self.file = self._folder / f"{name}.pem"
        self._key = self._folder / f"{name}.key"
        self._openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
                      "-subj", f"/CN={name}", "-keyout", self._key, "-out", self.file)

    def issue(self, host, made_on=None):
        """(certificate, key) for 30 days from `made_on` (a date that faketime understands), or from now."""
        stem = self._folder / f"{host}-{made_on or 'now'}".replace(" ", "-")
        request, certificate, key = (stem.with_name(stem.name + end) for end in (".csr", ".crt", ".key"))
        names = stem.with_name(stem.name + ".ext")
        names.write_text(f"subjectAltName=DNS:{host}\n")
        self._openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                      "-subj", f"/CN={host}", "-keyout", key, "-out", request)
        self._openssl("x509", "-req", "-in", request, "-CA", self.file, "-CAkey", self._key, "-CAcreateserial",
                      "-days", "30", "-extfile", names, "-out", certificate, at=made_on)
        return certificate, key

    def _openssl(self, *arguments, at=None):
        done = subprocess.run([*(["faketime", at] if at else []), "openssl", *map(str, arguments)],
                              capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

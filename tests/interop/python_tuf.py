# SPDX-License-Identifier: EUPL-1.2
"""python3-tuf, wherever it is: installed, or unpacked beside the build by ./dev setup.

Import this before anything of tuf. The pyca/cryptography of Debian 12 calls two types by names that were changed since.
"""
import os
import sys

from cryptography.hazmat.primitives.asymmetric import types

for new, old in (("PrivateKeyTypes", "PRIVATE_KEY_TYPES"), ("PublicKeyTypes", "PUBLIC_KEY_TYPES")):
    if not hasattr(types, new):
        setattr(types, new, getattr(types, old))

unpacked = os.path.join(os.environ["FOYER_DEPS"], "usr/lib/python3/dist-packages")
if os.path.isdir(os.path.join(unpacked, "tuf")):
    sys.path.insert(0, unpacked)

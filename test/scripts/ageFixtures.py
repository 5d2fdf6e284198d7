"""Writes test/fixtures/protected with the reference implementation of age (FiloSottile/age): another hand than Muster's.

age asks for passphrases on the terminal and nowhere else, so each call gets a terminal of its own.
Needs Python 3 on Linux and `apt-get install age`. Run: python3 ageFixtures.py

  by-age.muster        v2.muster, protected by age
  by-age-armoured.muster  the same as text, as it goes through a mail
  recipient-key.muster v2.muster for the owner of a key, whom no passphrase helps
  read-by-age.json     what age reads in by-muster.muster, which Muster wrote (test/scripts/protectedFile.ts)
"""

import hashlib
import json
import os
import pty
import subprocess
import sys
import tempfile
from pathlib import Path

fixtures = Path(__file__).parent.parent / "fixtures"
folder = fixtures / "protected"
source = fixtures / "workspaces" / "v2.muster"
PASSPHRASE = "kestrel row at ash vale – 中文"


def age(*words):
    """Runs age in a terminal of its own and types the passphrase wherever it is asked for."""
    process, terminal = pty.fork()
    if process == 0:
        os.execvp("age", ["age", *map(str, words)])
    said = b""
    try:
        while piece := os.read(terminal, 1024):
            said += piece
            if piece.rstrip().endswith(b":"):
                os.write(terminal, PASSPHRASE.encode() + b"\n")
    except OSError:
        pass  # the terminal is closed when age has ended
    _, status = os.waitpid(process, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"age {words}: {said.decode()}")


for name, form in (("by-age.muster", []), ("by-age-armoured.muster", ["--armor"])):
    (folder / name).unlink(missing_ok=True)
    age("--passphrase", *form, "--output", folder / name, source)

with tempfile.TemporaryDirectory() as keys:
    made = subprocess.run(["age-keygen", "-o", f"{keys}/key"], check=True, capture_output=True, text=True)
    key = made.stderr.split()[-1]
    subprocess.run(["age", "--recipient", key, "--output", folder / "recipient-key.muster", source], check=True)
    age("--decrypt", "--output", f"{keys}/plain", folder / "by-muster.muster")
    plain = Path(f"{keys}/plain").read_bytes()
    version = subprocess.run(["age", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    read = {"age": version, "sha256": hashlib.sha256(plain).hexdigest(), "bytes": len(plain)}
    (folder / "read-by-age.json").write_text(json.dumps(read, indent=2) + "\n")

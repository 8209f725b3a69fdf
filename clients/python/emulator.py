"""What the client programs share: the emulator's addresses, its inbox, its clock, and the report."""

import base64
import datetime
import hashlib
import hmac
import json
import os
import re
import struct
import time
import urllib.parse
import urllib.request
from importlib import metadata

import time_machine

URL = os.environ["GATEHOUSE_AWS_URL"]
REGION = "us-east-1"
USER_POOL_ID = os.environ["GATEHOUSE_USER_POOL_ID"]
CLIENT_ID = os.environ["GATEHOUSE_CLIENT_ID"]
PASSWORD = "Correct-horse-9"
NEW_PASSWORD = "Correct-horse-10"


class Failed(Exception):
    """A step whose result is another than AWS's."""


def new_user(client):
    """Returns an address that no other program signs up."""
    return f"{client}-{time.time_ns()}@example.com"


def report_version(name):
    """Prints the version of an installed package, as the runner reads it."""
    print(json.dumps({"version": metadata.version(name)}), flush=True)


def step(name, action):
    """Runs a step and prints whether it passes; the next one runs in any case."""
    try:
        action()
        print(json.dumps({"step": name, "passed": True}), flush=True)
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
        print(json.dumps({"step": name, "passed": False, "error": text}), flush=True)


def check(condition, sentence):
    if not condition:
        raise Failed(sentence)


def refusal(action):
    """Expects a refusal and returns it."""
    try:
        result = action()
    except Exception as error:
        return error
    raise Failed(f"not refused: {result}")


def _send(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(URL + path, data=data, method=method)
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=20) as response:
        return json.loads(response.read() or b"null")


def code_for(email):
    """Returns the code in the newest mail to an address; waits until there is one."""
    for _ in range(100):
        mails = _send("GET", "/_aws/ses?email=" + urllib.parse.quote(email))["messages"]
        code = re.search(r"[^#\w](\d{6})\b", mails[-1]["Body"]["html_part"]) if mails else None
        if code:
            return code.group(1)
        time.sleep(0.1)
    raise Failed("no mail with a code")


_traveller = None


def move_clock(duration):
    """Moves the emulator's clock forward, and this process's clock with it."""
    _send("PUT", "/_gatehouse/clock", {"forward": duration})
    follow_clock()


def follow_clock():
    """Sets this process's clock to that of the emulator, which earlier programs may have moved."""
    global _traveller
    now = datetime.datetime.fromisoformat(_send("GET", "/_gatehouse/clock")["now"])
    if _traveller is not None:
        _traveller.stop()
    _traveller = time_machine.travel(now, tick=True)
    _traveller.start()


def totp(secret):
    """Returns the code of an authenticator app (RFC 6238) for a secret in Base32."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    offset = digest[19] & 15
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def claims(token):
    """Returns the claims of a token, unverified."""
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))

"""The signature by which a hook knows that it is us, and that it is now.

    Corroborate-Signature: t=1794571200,v1=5f0e2c77...

`v1` is the HMAC-SHA256, with the hook's secret, of the time, a full stop and the body. A receiver computes the same,
compares in constant time, and refuses times that are more than five minutes away.
"""

import hmac
from hashlib import sha256

HEADER = "Corroborate-Signature"
TOLERANCE = 300
"""Seconds that a receiver should allow between the clocks."""


def signature(secret: str, body: bytes, at: int) -> str:
    """The header's value."""
    return f"t={at},v1={hmac.new(secret.encode(), f'{at}.'.encode() + body, sha256).hexdigest()}"


def is_signed(header: str, secret: str, body: bytes, now: int) -> bool:
    """Whether a body is ours and from now: what a receiver does."""
    time, mark, _ = header.removeprefix("t=").partition(",")
    if not mark or not time.isascii() or not time.isdecimal() or len(time) > 15 or abs(int(time) - now) > TOLERANCE:
        return False
    return hmac.compare_digest(signature(secret, body, int(time)).encode(), header.encode("utf-8", "replace"))

"""Webhooks: whoever registered is told of each new discrepancy, signed, and again until it is taken."""

from corroborate.publish.alerts.sending import Sender
from corroborate.publish.alerts.telling import Told, tell_hooks

__all__ = ["Sender", "Told", "tell_hooks"]

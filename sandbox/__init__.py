"""Microsoft 365 on one machine: strict stand-ins for Entra, the Bot Connector and Graph."""

from __future__ import annotations

from sandbox.server import Sandbox

__all__ = ["Sandbox"]

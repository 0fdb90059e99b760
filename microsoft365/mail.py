"""Mail from a mailbox of the municipality, through Graph (``Mail.Send``)."""

from __future__ import annotations

from typing import Any, Final

import structlog

from microsoft365.errors import Denied, Missing
from microsoft365.graph import Graph

log = structlog.get_logger()

SEND_MAIL: Final = "/users/{user}/sendMail"
KEY_HEADER: Final = "x-lydhoer-key"
ACCEPTED: Final = "accepted"
REFUSED: Final = "refused"
FOR_GOOD: Final = frozenset({400, 403, 413, 422})


class GraphMail:
    """Fills ``casework.ports.Mail``."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def send(self, *, sender_oid: str, to: str, subject: str, html: str, key: str) -> str:
        """Send one message: ``accepted`` (which is not delivered) or ``refused`` for good.

        Raises Ambiguous when the answer was lost: it may be on its way, so nothing here sends it again.
        """
        message = _message(to, subject, html, key)
        try:
            await self._graph.call("POST", SEND_MAIL, {"user": sender_oid}, json=message)
        except Missing:
            log.warning("mail_refused", status=404)
            return REFUSED
        except Denied as error:
            if error.status not in FOR_GOOD:
                raise
            log.warning("mail_refused", status=error.status, code=error.code)
            return REFUSED
        return ACCEPTED


def _message(to: str, subject: str, html: str, key: str) -> dict[str, Any]:
    return {
        "message": {
            "subject": subject,
            "body": {"contentType": "HTML", "content": html},
            "toRecipients": [{"emailAddress": {"address": to}}],
            "internetMessageHeaders": [{"name": KEY_HEADER, "value": key}],
        },
        "saveToSentItems": True,
    }

"""The judge of ``egress.py`` for ``requests``, which msal speaks: the app's secret goes this way."""

from __future__ import annotations

import socket
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool

from microsoft365.egress import Egress


class JudgedAdapter(HTTPAdapter):
    """Connects to judged addresses only; raises ForbiddenAddress before TLS begins."""

    def __init__(self, egress: Egress) -> None:
        self._egress = egress
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Pools whose connections are judged."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"https": _pool_of(self._egress)}


def _pool_of(egress: Egress) -> type[HTTPSConnectionPool]:
    class Judged(HTTPSConnection):
        """Judges every address of the name, and then the one that it is connected to."""

        def _new_conn(self) -> socket.socket:
            for found in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM):
                egress.check(self.host, self.port, str(found[4][0]))
            opened = super()._new_conn()
            try:
                egress.check(self.host, self.port, str(opened.getpeername()[0]))
            except BaseException:
                opened.close()
                raise
            return opened

    class Pool(HTTPSConnectionPool):
        ConnectionCls = Judged

    return Pool

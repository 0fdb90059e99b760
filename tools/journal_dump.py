"""Writes the journal and the course of every case to a file, for ``tools/verify.py``.

    DATABASE_URL=… python -m tools.journal_dump journal.jsonl

One consistent picture (one transaction, read only). There is no personal text in it: the journal holds
none, and the sealed fields are left out.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import Connection, create_engine, select
from sqlalchemy.exc import SQLAlchemyError

from store.course import CASE_OF, tracked_columns
from store.journal import plain
from store.tables import JournalEntry, JournalHead, JournalRoot

FORMAT = "lydhoer journal dump 1"


def lines(connection: Connection) -> Iterator[dict[str, Any]]:
    """Everything that is written, one object a line."""
    yield {"format": FORMAT}
    every = select(JournalEntry.__table__).order_by("case_id", "seq")
    for row in connection.execute(every).mappings():
        yield {
            "entry": {
                "case": str(row["case_id"]),
                "seq": row["seq"],
                "at": row["at"].astimezone(UTC).isoformat(timespec="microseconds"),
                "kind": row["kind"],
                "actor": row["actor"],
                "facts": row["facts"],
                "commitments": row["commitments"],
                "previous": row["previous"].hex(),
                "hash": row["hash"].hex(),
            }
        }
    for row in connection.execute(select(JournalHead.__table__)).mappings():
        yield {"head": {"case": str(row["case_id"]), "seq": row["seq"], "hash": row["hash"].hex()}}
    for row in connection.execute(select(JournalRoot.__table__)).mappings():
        yield {"root": {"number": row["number"], "hash": row["hash"].hex()}}
    for table in CASE_OF:
        columns = tracked_columns(table)
        for row in connection.execute(select(table.__table__)).mappings():
            values = {name: plain(row[name]) for name in columns}
            yield {"row": {"table": table.__tablename__, "id": str(row["id"]), "values": values}}


def dump(url: str, out: TextIO) -> int:
    """Write the dump of the database at ``url`` (postgresql+psycopg://…); how many lines."""
    engine = create_engine(url, hide_parameters=True)
    count = 0
    try:
        with engine.connect().execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        ) as connection:
            for line in lines(connection):
                out.write(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")
                count += 1
    finally:
        engine.dispose()
    return count


def main() -> int:
    """The command line; the exit code."""
    url = os.environ.get("DATABASE_URL", "")
    if len(sys.argv) != 2 or not url:
        print(__doc__, file=sys.stderr)
        return 2
    url = "postgresql+psycopg://" + url.partition("://")[2]
    try:
        with Path(sys.argv[1]).open("w", encoding="utf-8") as out:
            print(f"{dump(url, out)} lines")
    except (OSError, SQLAlchemyError) as error:
        print(f"cannot be written: {type(error).__name__}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

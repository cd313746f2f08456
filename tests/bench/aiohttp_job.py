#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""The yardstick in Python: the job of the pipeline as an able programmer writes it today.

aiohttp and sqlite3, 16 workers over kept connections. Each row is read from the ledger, the profile
asked for, the message rendered, the intent made durable, the message posted, the outcome made
durable. Writes that wait at the same time share one commit, in a thread of its own, so that the
event loop never waits for the disk. There is no sealing, no governor and no check of limits here:
the comparison favours Python.

usage: aiohttp_job.py URL CONCURRENCY LEDGER < ROWS.csv
"""

import asyncio
import concurrent.futures
import csv
import json
import re
import sqlite3
import sys
import time

import aiohttp

SCHEMA = """
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY, fiscal_code TEXT NOT NULL UNIQUE, fields TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending', code TEXT, message_id TEXT, intended_at REAL, settled_at REAL
) STRICT;
CREATE INDEX delivery_state ON delivery (state, id);
"""
SUBJECT = "Retta scolastica di ottobre"
MARKDOWN = (
    "Ciao,\n\nla retta di ottobre per **{{alunno}}** è di {{importo}} €. "
    "Puoi pagarla entro la scadenza con il pulsante qui sotto."
)
FIELD = re.compile(r"\{\{(\w+)\}\}")
ESCAPED = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~])")


class Ledger:
    """The rows on disk; writes are grouped, and awaited until they are durable."""

    def __init__(self, path):
        self.path = path
        self.thread = concurrent.futures.ThreadPoolExecutor(1)
        self.waiting = []
        self.wanted = asyncio.Event()
        self.reader = self.open()
        self.writer_connection = None

    def open(self):
        """Opens a connection that loses nothing that it has committed."""
        connection = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    def commit(self, batch):
        """Writes several statements with one commit; runs in the thread."""
        if not self.writer_connection:
            self.writer_connection = self.open()
        connection = self.writer_connection
        connection.execute("BEGIN IMMEDIATE")
        for sql, values, _ in batch:
            connection.execute(sql, values)
        connection.execute("COMMIT")

    async def run(self):
        """Takes whatever waits, commits it, tells those who wait."""
        loop = asyncio.get_running_loop()
        while True:
            await self.wanted.wait()
            self.wanted.clear()
            batch, self.waiting = self.waiting, []
            if batch:
                await loop.run_in_executor(self.thread, self.commit, batch)
                for _, _, done in batch:
                    done.set_result(None)

    async def write(self, sql, *values):
        """Returns when the statement is durable."""
        done = asyncio.get_running_loop().create_future()
        self.waiting.append((sql, values, done))
        self.wanted.set()
        await done

    def rows(self):
        """Gives the pending rows, a page at a time."""
        last = 0
        while True:
            page = self.reader.execute(
                "SELECT id, fiscal_code, fields FROM delivery WHERE state = 'pending' AND id > ?"
                " ORDER BY id LIMIT 200",
                (last,),
            ).fetchall()
            if not page:
                return
            yield from page
            last = page[-1][0]


def load(path, rows):
    """Fills the ledger; not part of what is measured."""
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    connection.executemany(
        "INSERT OR IGNORE INTO delivery (fiscal_code, fields) VALUES (?, ?)", rows
    )
    connection.commit()
    connection.close()


def render(fiscal_code, fields):
    """Merges the fields into the message."""
    markdown = FIELD.sub(
        lambda match: ESCAPED.sub(r"\\\1", fields.get(match.group(1), "")), MARKDOWN
    )
    return {
        "fiscal_code": fiscal_code,
        "time_to_live": 3600,
        "content": {
            "subject": SUBJECT,
            "markdown": markdown,
            "due_date": "2030-12-01T22:59:59Z",
            "payment_data": {
                "amount": 8550,
                "notice_number": "301011100007347557",
                "invalid_after_due_date": False,
            },
        },
    }


async def settle(ledger, row_id, state, code=None, message_id=None):
    """Makes the outcome of a row durable."""
    await ledger.write(
        "UPDATE delivery SET state = ?, code = ?, message_id = ?, settled_at = ? WHERE id = ?",
        state, code, message_id, time.time(), row_id,
    )


async def work(session, url, ledger, rows, totals):
    """One of the workers: row after row until there are none."""
    for row_id, fiscal_code, raw in rows:
        totals["calls"] += 1
        async with session.post(url + "/profiles", json={"fiscal_code": fiscal_code}) as answer:
            profile = await answer.json(content_type=None)
            if answer.status == 404:
                await settle(ledger, row_id, "not_on_io")
                continue
            if answer.status != 200:
                totals["failed"] += 1
                continue
        if not profile["sender_allowed"]:
            await settle(ledger, row_id, "switched_off")
            continue
        message = render(fiscal_code, json.loads(raw))
        await ledger.write(
            "UPDATE delivery SET state = 'sending', intended_at = ? WHERE id = ?",
            time.time(), row_id,
        )
        totals["calls"] += 1
        async with session.post(url + "/messages", json=message) as answer:
            body = await answer.json(content_type=None)
            if answer.status == 201:
                totals["accepted"] += 1
                await settle(ledger, row_id, "accepted", None, body["id"])
            else:
                totals["failed"] += 1
                await settle(ledger, row_id, "refused", str(answer.status))


async def main():
    url, concurrency, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    reader = csv.DictReader(sys.stdin, delimiter=";")
    rows = ({name.lower(): cell for name, cell in row.items()} for row in reader)
    load(path, ((row.pop("codice fiscale"), json.dumps(row)) for row in rows))
    ledger = Ledger(path)
    totals = {"calls": 0, "accepted": 0, "failed": 0}
    writer = asyncio.create_task(ledger.run())
    start = time.monotonic()
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=concurrency),
        headers={"Ocp-Apim-Subscription-Key": "practice-benchmark"},
    ) as session:
        rows = ledger.rows()
        await asyncio.gather(
            *(work(session, url, ledger, rows, totals) for _ in range(concurrency))
        )
    totals["seconds"] = time.monotonic() - start
    writer.cancel()
    print(json.dumps(totals))
    return 1 if totals["failed"] else 0


sys.exit(asyncio.run(main()))

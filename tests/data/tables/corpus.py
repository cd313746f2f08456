# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""The table that most files of the corpus hold, and what a report on it must say."""

from people import PEOPLE, notice_number
from writers import Day, Number

# The reports are those of a program whose clock says 1 December 2026.
HEADER = ["CODICE FISCALE", "COGNOME", "NOME", "ALUNNO", "MESE", "IMPORTO", "SCADENZA", "AVVISO"]
FIELDS = ["fiscal_code", None, "nome", "alunno", "mese", "importo", "scadenza", "avviso"]
CENTS = [8550, 3250, 6200, 112000, 4800, 13400, 15950, 8500]
DUE = ["2027-01-31", "2027-02-15", "2027-02-28"]

FILES = {}  # name -> bytes; what LibreOffice wrote is not among them
EXPECTED = {}  # name -> what the command must answer
SAME_ROWS = {}  # name of a group -> [name of a file, or (name, arguments)]


class Fee:
    """A month's school fee of a child, to be paid by a parent."""

    def __init__(self, n, person=None, **changes):
        self.person = person or PEOPLE[n % len(PEOPLE)]
        self.cents = CENTS[n % len(CENTS)]
        self.due = DUE[n % len(DUE)]
        self.values = {
            "code": self.person.code,
            "surname": self.person.surname,
            "name": self.person.name,
            "child": f"{self.person.child} {self.person.surname}",
            "month": "dicembre",
            "amount": f"{self.cents // 100},{self.cents % 100:02d}",
            "due": "/".join(reversed(self.due.split("-"))),
            "notice": notice_number(4700 + n),
        }
        self.values.update(changes)

    def cells(self):
        """Gives the row as an office's program writes it, all texts."""
        return list(self.values.values())

    def typed(self, **changes):
        """Gives the row as a workbook holds it: amounts are numbers, dates are dates."""
        whole, rest = divmod(self.cents, 100)
        amount = f"{whole}.{rest:02d}".rstrip("0").rstrip(".") if rest else str(whole)
        values = {**self.values, "amount": Number(amount, "#,##0.00"), "due": Day(self.due)}
        values.update(changes)
        return list(values.values())


def fees(n, first=0):
    """Gives the fees of so many people."""
    return [Fee(i) for i in range(first, first + n)]


def table(rows):
    """Gives the rows of a table of fees, header first."""
    return [HEADER] + [row.cells() for row in rows]


def typed_table(rows):
    """Gives the same as a workbook holds it."""
    return [HEADER] + [row.typed() for row in rows]


def columns(names=None, fields=None):
    """Gives the columns of a report."""
    names, fields = names or HEADER, fields or FIELDS
    return [{"column": name, "field": field} for name, field in zip(names, fields, strict=True)]


def issue(row, column, code, proposal=None):
    """Gives an error or a warning of a report."""
    told = {"row": row, "column": column, "code": code}
    return {**told, "proposal": proposal} if proposal else told


def totals_of(rows):
    """Adds up the rows that would be sent."""
    cents = [row.cents for row in rows]
    dues = [row.due for row in rows]
    return totals(len({row.values["code"] for row in rows}), cents, dues)


def totals(people, cents=(), dues=()):
    """Gives the totals of a report."""
    return {
        "people": people,
        "amount": sum(cents),
        "amount_min": min(cents, default=0),
        "amount_max": max(cents, default=0),
        "due_from": min(dues, default=None),
        "due_to": max(dues, default=None),
    }


def report(sent, totals=None, columns_=None, invalid=0, duplicates=0, errors=(), warnings=(), doubts=(), **about):
    """Gives a report: @sent are the rows that would be sent, or how many there are."""
    valid = sent if isinstance(sent, int) else len(sent)
    about = {"format": "csv", "encoding": "UTF-8", "separator": ";", "sheet": None, **about}
    return {
        **about,
        "rows": valid + invalid + duplicates,
        "valid": valid,
        "invalid": invalid,
        "duplicates": duplicates,
        "columns": columns_ or columns(),
        "errors": [issue(*e) for e in errors],
        "warnings": [issue(*w) for w in warnings],
        "doubts": [{"code": code, "rows": rows} for code, rows in doubts],
        "totals": totals if totals is not None else totals_of(sent),
    }


WORKBOOK = {"encoding": None, "separator": None}
FEES = "retta-scolastica"  # the template of most files


def expect(name, told, template=FEES, arguments=(), file=None, read=None, options=()):
    """Notes what the command must answer to a file: a report, or a text with which it is refused.

    @file is the one that is asked about where it has several answers, @read are its rows as they
    are read, with @options.
    """
    answer = {"file": file} if file else {}
    if template:
        answer["template"] = template
    if arguments:
        answer["arguments"] = list(arguments)
    if isinstance(told, str):
        answer.update(exit=1, error=told)
    else:
        waits = told["invalid"] > 0 or told["doubts"] or told["duplicates"] > 0
        answer.update(exit=3 if waits else 0, report=told)
    if options:
        answer["options"] = list(options)
    if read is not None:
        answer["read"] = read
    assert name not in EXPECTED, name
    EXPECTED[name] = answer


def put(name, data, told, template=FEES, **more):
    """Adds a file to the corpus, with what the command must answer to it."""
    FILES[name] = data
    expect(name, told, template, **more)


def same_rows(group, *files):
    """Notes that these files hold the same table."""
    SAME_ROWS.setdefault(group, []).extend(files)

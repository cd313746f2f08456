# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Is it the right person: names, minors, shared notices, dates, duplicates, and which column is which."""

from corpus import FIELDS, HEADER, Fee, columns, fees, put, report, table, totals
from people import PEOPLE, Person, fiscal_code, notice_number
from writers import csv_text

SIMPLE_HEADER = ["CODICE FISCALE", "CAUSALE", "IMPORTO", "SCADENZA", "AVVISO"]
SIMPLE_FIELDS = ["fiscal_code", "causale", "importo", "scadenza", "avviso"]


def written_names():
    """Names that fit their codes, however they are written."""
    plain = [
        # surname and name of the code, as the file has them
        ("D'ANGELO", "NICOLÒ", "D ANGELO", "Nicolo'"),
        ("DE LUCA", "MARIA GRAZIA", "Deluca", "Maria Grazia"),
        ("LO BIANCO", "GIANLUCA", "Lo Bianco", "Gian Luca"),
        ("ROSSI", "ANNA", "Rossi", "Anna Maria"),
        ("ROSSI", "ANNA", "ROSSI IN BIANCHI", "ANNA"),
        ("GARCIA LOPEZ", "JOSE LUIS", "García López", "José Luís"),
        ("MULLER", "JURGEN", "Müller", "Jürgen"),
        ("SAHIN", "CIGDEM", "Şahin", "Çiğdem"),
        ("NGUYEN", "THI BICH", "Nguyễn", "Thị Bích"),
        ("KOWALCZYK", "LUKASZ", "Kowalczyk", "Łukasz"),
        ("O'BRIEN", "SEAN", "O’Brien", "Seán"),
        ("FO", "AI", "Fo", "Ai"),
        ("BIANCHI", "UGO", "Ugo", "Bianchi"),  # the columns the other way round
        ("DALL'OLIO", "NOE'", "Dall`Olio", "Noè"),
        ("IVANOVA", "OLGA", "Иванова", "Ольга"),  # not in Latin letters: nothing can be said
    ]
    rows = [
        Fee(n, Person(surname, name, "F" if name.endswith("A") else "M", f"19{70 + n}-0{1 + n % 9}-1{n % 10}"),
            surname=shown_surname, name=shown_name, child=PEOPLE[n].child)
        for n, (surname, name, shown_surname, shown_name) in enumerate(plain)
    ]
    put("names-as-written.csv", csv_text(table(rows)).encode(), report(rows))
    codes = [(row.values["code"], f"{row.values['surname']} {row.values['name']}") for row in rows[:9]]
    codes += [(row.values["code"], f"{row.values['name']} {row.values['surname']}") for row in rows[9:12]]
    put(
        "names-in-one-column.csv",
        csv_text([["Codice Fiscale", "Cognome e nome"]] + [list(pair) for pair in codes]).encode(),
        report(12, totals(12), columns(["Codice Fiscale", "Cognome e nome"], ["fiscal_code", None])),
        template=None,
    )


def wrong_people():
    """The column has slipped, or it is somebody else's."""
    rows = fees(8)
    names = [(row.values["surname"], row.values["name"]) for row in rows]
    for row, (surname, name) in zip(rows, names[1:] + names[:1]):
        row.values.update(surname=surname, name=name)
    put(
        "names-slipped.csv",
        csv_text(table(rows)).encode(),
        report(
            rows,
            warnings=[(n, "COGNOME", "name-does-not-match") for n in range(2, 10)],
            doubts=[("names-do-not-match", 8)],
        ),
    )
    rows = fees(8)
    rows[4].values.update(surname="RINALDI", name="OTTAVIO")
    put(
        "one-other-name.csv",
        csv_text(table(rows)).encode(),
        report(rows, warnings=[(6, "COGNOME", "name-does-not-match")]),
    )
    rows = [[p.child_code, f"{p.child} {p.surname}", "3A"] for p in PEOPLE[:6]]
    put(
        "minors.csv",
        csv_text([["CODICE FISCALE", "ALUNNO", "CLASSE"]] + rows).encode(),
        report(
            6, totals(6), columns(["CODICE FISCALE", "ALUNNO", "CLASSE"], ["fiscal_code", None, None]),
            doubts=[("minors", 6)],
        ),
        template=None,
    )
    # Of age since yesterday, and from tomorrow on; a hundred years old rather than not yet born.
    days = ["2008-11-30", "2008-12-01", "2008-12-02", "1927-03-05", "1990-01-01", "1985-05-05"]
    rows = [[fiscal_code("VITALE", "OSCAR", "M", day)] for day in days]
    put(
        "minors-few.csv",
        csv_text([["CODICE FISCALE"]] + rows).encode(),
        report(6, totals(6), columns(["CODICE FISCALE"], ["fiscal_code"])),
        template=None,
    )
    # Both are there: it is the parent who is written to.
    rows = fees(5)
    header = ["CODICE FISCALE ALUNNO", "ALUNNO", "CODICE FISCALE GENITORE"] + HEADER[1:3] + HEADER[4:]
    cells = [
        [row.person.child_code, row.values["child"], row.values["code"], row.values["surname"], row.values["name"]]
        + row.cells()[4:]
        for row in rows
    ]
    fields = [None, "alunno", "fiscal_code", None, "nome", "mese", "importo", "scadenza", "avviso"]
    put(
        "pupil-and-payer.csv",
        csv_text([header] + cells).encode(),
        report(rows, columns_=columns(header, fields)),
    )


def payments():
    """What is odd about the notices."""
    rows = fees(6)
    rows[4].values["notice"] = rows[1].values["notice"]
    put(
        "notice-shared.csv",
        csv_text(table(rows)).encode(),
        report(
            rows, warnings=[(6, "AVVISO", "notice-number-shared")], doubts=[("notice-on-different-people", 2)],
        ),
    )
    rows = fees(6)
    for n, day in ((1, "2026-11-30"), (3, "2026-01-31")):
        rows[n].due = day
        rows[n].values["due"] = "/".join(reversed(day.split("-")))
    rows[5].due, rows[5].values["due"] = "2026-12-01", "1/12/2026"  # today is not past
    put(
        "dates-past.csv",
        csv_text(table(rows)).encode(),
        report(
            rows, warnings=[(3, "SCADENZA", "due-date-past"), (5, "SCADENZA", "due-date-past")],
            doubts=[("due-dates-past", 2)],
        ),
    )


def simple(n, person, cause, cents, due="2027-03-31"):
    """Gives a row of a notice that has no field of its own to tell two apart."""
    day = "/".join(reversed(due.split("-")))
    return [person.code, cause, f"{cents // 100},{cents % 100:02d}", day, notice_number(9100 + n)]


def duplicates():
    """The same person twice."""
    who = [PEOPLE[n] for n in (0, 1, 2, 0, 3, 1, 0)]
    cents = [5000, 6100, 7200, 8300, 9400, 5500, 6600]
    rows = [simple(n, person, f"Occupazione suolo {n + 1}", cents[n]) for n, person in enumerate(who)]
    put(
        "duplicates.csv",
        csv_text([SIMPLE_HEADER] + rows).encode(),
        report(
            4, totals(4, [5000, 6100, 7200, 9400], ["2027-03-31"]), columns(SIMPLE_HEADER, SIMPLE_FIELDS),
            duplicates=3,
            warnings=[(n, "CODICE FISCALE", "duplicate") for n in (5, 7, 8)],
        ),
        template="avviso-semplice",
    )
    # Two children are two notices; the same child twice is not.
    rows = [Fee(0), Fee(1), Fee(2, PEOPLE[0], child="GIADA ROSSI"), Fee(3), Fee(4, PEOPLE[0], child="Tommaso  Rossi")]
    rows[4].values["child"] = rows[0].values["child"].lower()
    put(
        "two-children.csv",
        csv_text(table(rows)).encode(),
        report(rows[:4], duplicates=1, warnings=[(6, "CODICE FISCALE", "duplicate")]),
    )
    header = ["C.F.", "Verbale n.", "Targa", "Data", "Luogo", "Violazione", "Importo"]
    fines = [
        [PEOPLE[5].code, "V/1201", "ga 123 bc", "12/11/2026", "viale Cavour", "accesso in ZTL", "83,00"],
        [PEOPLE[5].code, "V/1202", "ga 123 bc", "13/11/2026", "viale Cavour", "accesso in ZTL", "83,00"],
        [PEOPLE[6].code, "V/1203", "FZ456KK", "13/11/2026", "corso Isonzo", "sosta vietata", "42,00"],
        [PEOPLE[6].code, "V/1203", "FZ456KK", "13/11/2026", "corso Isonzo", "sosta vietata", "42,00"],
    ]
    put(
        "fines.csv",
        csv_text([header] + fines).encode(),
        report(
            3, totals(2), columns(header, ["fiscal_code", "verbale", "targa", "giorno", "luogo", "violazione",
                                           "importo"]),
            duplicates=1,
            warnings=[(5, "C.F.", "duplicate")],
        ),
        template="multa-avviso-di-cortesia",
        arguments=["--map", "verbale=Verbale n.", "--map", "giorno=Data"],
    )


SYNONYMS = {
    "synonyms-supplier.csv": [
        "Cod. Fisc.", "Cognome", "Nome", "Alunno/a", "Mensilità", "Importo dovuto", "Data scadenza",
        "Codice avviso pagoPA",
    ],
    "synonyms-short.csv": ["CF", "COGNOME", "NOME GENITORE", "FIGLIO/A", "PERIODO", "TOT. DOVUTO", "ENTRO IL", "N° AVVISO"],
    "synonyms-database.csv": ["c_f", "cognome", "nome", "nominativo_alunno", "mese_riferimento", "importo_euro", "dt_scadenza",
                              "nav"],
    "synonyms-payer.csv": [
        "codicefiscale intestatario", "Cognome intestatario", "Nome intestatario", "Bambino", "Competenza", "Imp.",
        "Pagare entro il", "Numero avviso di pagamento",
    ],
    "synonyms-spaced.csv": [
        " codice  fiscale ", "COGNOME", "NOME\u00a0", "ALUNNO ", "MESE", "IMPORTO (€)", "SCADENZA:", "Avviso n.",
    ],
}


def mapping():
    """Which column is which field."""
    rows = fees(4)
    for name, header in SYNONYMS.items():
        shown = [cell.replace("\u00a0", " ").strip() for cell in header]
        told = report(rows, columns_=columns(shown))
        arguments = ["--map", "avviso=Avviso n."] if "Avviso n." in header else []
        put(name, csv_text([header] + [row.cells() for row in rows]).encode(), told, arguments=arguments)
    header = ["POSIZIONE", *HEADER[1:7], "RIFERIMENTO"]
    put(
        "by-content.csv",
        csv_text([header] + [row.cells() for row in rows]).encode(),
        report(rows, columns_=columns(header)),
    )
    header = ["Soggetto", "Cogn.", "Nome", "Descrizione 1", "Descrizione 2", "Valore", "Termine", "Rif."]
    put(
        "by-hand.csv",
        csv_text([header] + [row.cells() for row in rows]).encode(),
        report(rows, columns_=columns(header)),
        arguments=["--map", "alunno=Descrizione 1", "--map", "mese=E", "--map", "importo=6", "--map",
                   "scadenza=termine", "--map", "AVVISO=rif"],
    )
    put(
        "by-hand-no-such-column.csv",
        csv_text([header] + [row.cells() for row in rows]).encode(),
        r"no column “Scolaro”",
        arguments=["--map", "alunno=Scolaro"],
    )
    header = ["CODICE FISCALE", *HEADER[1:], "Cod. Fisc."]
    put(
        "ambiguous-codes.csv",
        csv_text([header] + [row.cells() + [PEOPLE[9 + n].code] for n, row in enumerate(rows)]).encode(),
        r"“CODICE FISCALE” \(1\) or “Cod\. Fisc\.” \(9\)",
    )
    put(
        "ambiguous-codes-by-hand.csv",
        csv_text([header] + [row.cells() + [PEOPLE[9 + n].code] for n, row in enumerate(rows)]).encode(),
        report(rows, columns_=columns(header, FIELDS + [None])),
        arguments=["--map", "fiscal_code=A"],
    )
    header = ["CF PADRE", *HEADER[1:], "CF MADRE"]
    put(
        "ambiguous-parents.csv",
        csv_text([header] + [row.cells() + [PEOPLE[9 + n].code] for n, row in enumerate(rows)]).encode(),
        r"“CF PADRE” \(1\) or “CF MADRE” \(9\)",
    )
    header = HEADER[:5] + ["IMPORTO DOVUTO", "SCADENZA", "AVVISO", "IMPORTO TOTALE"]
    put(
        "ambiguous-amounts.csv",
        csv_text([header] + [row.cells() + ["12,00"] for row in rows]).encode(),
        r"“IMPORTO DOVUTO” \(6\) or “IMPORTO TOTALE” \(9\)",
    )
    header = HEADER[:3] + ["CLASSE"] + HEADER[4:]
    put(
        "no-such-field.csv",
        csv_text([header] + [row.cells() for row in rows]).encode(),
        r"no column for the field “alunno”",
    )
    put(
        "no-codes.csv",
        csv_text([["Cognome", "Nome", "Telefono"], ["ROSSI", "MARCO", "0532 000001"]]).encode(),
        r"No column holds fiscal codes",
        template=None,
    )
    # What the message does not need is never stored.
    header = ["ID", "COD_FAM", *HEADER, "IBAN", "ISEE", "TELEFONO", "NOTE"]
    put(
        "columns-not-needed.csv",
        csv_text(
            [header] + [[str(n), "F01", *row.cells(), "IT00", "9.800", "", "paga in contanti"] for n, row in enumerate(rows)]
        ).encode(),
        report(rows, columns_=columns(header, [None, None, *FIELDS, None, None, None, None])),
    )


def make():
    """Makes them all."""
    written_names()
    wrong_people()
    payments()
    duplicates()
    mapping()

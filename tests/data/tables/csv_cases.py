# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""CSV as offices' programs write it: separators, encodings, line ends, quotes, broken rows."""

import codecs

from corpus import HEADER, Fee, columns, fees, put, report, same_rows, table, totals
from people import PEOPLE
from writers import csv_text

PLAIN = ["fiscal_code"] + [None] * 7


def dialects():
    """The same table as different programs write it."""
    rows = fees(7)
    text = csv_text(table(rows))
    commas = csv_text(table(rows), ",", "\n")

    put("semicolon-utf8.csv", text.encode(), report(rows))
    put("semicolon-utf8-bom.csv", codecs.BOM_UTF8 + text.encode(), report(rows))
    put("semicolon-windows-1252.csv", text.encode("cp1252"), report(rows, encoding="windows-1252"))
    put("comma-utf8-lf.csv", commas.encode(), report(rows, separator=","))
    put(
        "tab-windows-1252.txt",
        csv_text(table(rows), "\t").encode("cp1252"),
        report(rows, separator="\t", encoding="windows-1252"),
    )
    put("pipe-utf8.csv", csv_text(table(rows), "|", "\n").encode(), report(rows, separator="|"))
    put(
        "tab-utf16le-bom.txt",
        codecs.BOM_UTF16_LE + csv_text(table(rows), "\t").encode("utf-16-le"),
        report(rows, separator="\t", encoding="UTF-16LE"),
    )
    put(
        "semicolon-utf16be-bom.csv",
        codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        report(rows, encoding="UTF-16BE"),
    )
    put("semicolon-utf16le-no-bom.csv", text.encode("utf-16-le"), report(rows, encoding="UTF-16LE"))
    put("semicolon-utf16be-no-bom.csv", text.encode("utf-16-be"), report(rows, encoding="UTF-16BE"))
    put("bare-cr.csv", csv_text(table(rows), line_end="\r").encode(), report(rows))
    put("all-quoted.csv", csv_text(table(rows), quote_all=True).encode(), report(rows))
    put("no-last-line-end.csv", text.rstrip("\r\n").encode(), report(rows))
    # As when one half was appended by another program.
    lines = text.splitlines()
    put("mixed-line-ends.csv", ("\r\n".join(lines[:4]) + "\n" + "\n".join(lines[4:]) + "\n").encode(), report(rows))
    put("sep-line.csv", b"sep=|\r\n" + csv_text(table(rows), "|").encode(), report(rows, separator="|"))
    same_rows(
        "dialects", "semicolon-utf8.csv", "semicolon-utf8-bom.csv", "semicolon-windows-1252.csv", "comma-utf8-lf.csv",
        "tab-windows-1252.txt", "pipe-utf8.csv", "tab-utf16le-bom.txt", "semicolon-utf16be-bom.csv",
        "semicolon-utf16le-no-bom.csv", "semicolon-utf16be-no-bom.csv", "bare-cr.csv", "all-quoted.csv",
        "no-last-line-end.csv", "mixed-line-ends.csv", "sep-line.csv",
    )


def recognising():
    """What could be taken for something else."""
    # Every row has as many commas as semicolons: decimal ones.
    rows = fees(6)
    header = HEADER + ["QUOTA PASTO", "QUOTA TRASPORTO", "ARRETRATI", "RIDUZIONE", "ISEE", "SCONTO"]
    extra = ["5,10", "0,00", "0,00", "12,50", "9.800,00", "3,20"]
    put(
        "decimal-commas.csv",
        csv_text([header] + [row.cells() + extra for row in rows]).encode(),
        report(rows, columns_=columns(header, ["fiscal_code", None, "nome", "alunno", "mese", "importo", "scadenza",
                                               "avviso"] + [None] * 6)),
    )
    # The only letter beyond ASCII is in the last row.
    rows = fees(12, first=4)
    rows[-1].values["child"] = "ZOË"
    put("late-accent-windows-1252.csv", csv_text(table(rows)).encode("cp1252"), report(rows, encoding="windows-1252"))
    # Signs that Windows-1252 has and ISO 8859-1 has not.
    rows = fees(3)
    rows[0].values["amount"] = "€ 85,50"
    rows[1].values["child"] = "L’ALUNNA “SOFIA” FERRARI"
    put("typographic-windows-1252.csv", csv_text(table(rows)).encode("cp1252"), report(rows, encoding="windows-1252"))
    # Only codes: there is nothing to separate.
    codes = [person.code for person in PEOPLE[:9]]
    put(
        "one-column.csv",
        csv_text([["Codice fiscale"]] + [[code] for code in codes], line_end="\n").encode(),
        report(9, totals(9), columns(["Codice fiscale"], ["fiscal_code"])),
        template=None,
    )
    rows = fees(3)
    put(
        "separator-by-hand.csv",
        csv_text(table(rows), "|").encode(),
        report(rows, separator="|"),
        arguments=["--separator", "|"],
    )
    # The person's word counts, right or wrong.
    put(
        "separator-by-hand-wrong.csv",
        csv_text(table(rows)).encode(),
        r"no columns? for the field",
        arguments=["--separator", ","],
    )
    put(
        "encoding-by-hand.csv",
        csv_text(table(rows)).encode("utf-16-le"),
        report(rows, encoding="UTF-16LE"),
        arguments=["--encoding", "utf-16le"],
    )
    # Read in an encoding that is not its own: what cannot be read costs the rows that hold it.
    rows = fees(3)
    put(
        "encoding-by-hand-wrong.csv",
        csv_text(table(rows)).encode("cp1252"),
        report(
            rows[:2], invalid=1,
            errors=[(4, "NOME", "unreadable-characters"), (4, "ALUNNO", "unreadable-characters")],
            warnings=[(4, None, "unreadable-characters")],
        ),
        arguments=["--encoding", "UTF-8"],
    )


def quotes():
    """Separators, quotation marks and line breaks within cells."""
    rows = [
        Fee(0, child="ROSSI; TOMMASO"),
        Fee(1, child='SOFIA "SOFI" FERRARI'),
        Fee(2, child="NOÈ\r\nD'ANGELO"),
        Fee(3, child="GINEVRA\nDE LUCA"),
        Fee(4),
    ]
    put("quoted-cells.csv", csv_text(table(rows)).encode(), report(rows))
    put("quoted-cells-commas.csv", csv_text(table(rows), ",", quote_all=True).encode(), report(rows, separator=","))
    same_rows("quotes", "quoted-cells.csv", "quoted-cells-commas.csv")
    # Rows are counted as the spreadsheet counts them, not the lines: the fourth has the bad code.
    rows = [Fee(0, child="NOÈ\nD'ANGELO"), Fee(1, child="a\nb\nc"), Fee(2, code="RSSMRC84B11D548")]
    put(
        "rows-not-lines.csv",
        csv_text(table(rows), line_end="\n").encode(),
        report(rows[:2], invalid=1, errors=[(4, "CODICE FISCALE", "fiscal-code-length")]),
    )
    rows = fees(5)
    lines = csv_text(table(rows)).splitlines()
    lines[3] = lines[3].replace("NOÈ", '"NOÈ')
    put(
        "unclosed-quote.csv",
        ("\r\n".join(lines) + "\r\n").encode(),
        report(rows[:2] + rows[3:], invalid=1, errors=[(4, None, "unclosed-quote")]),
    )
    lines = csv_text(table(rows)).splitlines()
    lines[5] = lines[5].rsplit(";", 1)[0] + ';"' + rows[4].values["notice"]
    put(
        "unclosed-quote-at-the-end.csv",
        "\r\n".join(lines).encode(),
        report(
            rows[:4], invalid=1,
            errors=[(6, None, "unclosed-quote")],
            warnings=[(6, "AVVISO", "repaired-notice-number")],
        ),
    )
    lines = csv_text(table(rows)).splitlines()
    lines[2] = lines[2].replace("SOFIA FERRARI", '"SOFIA" FERRARI')
    put(
        "stray-quote.csv",
        ("\r\n".join(lines) + "\r\n").encode(),
        report(rows, warnings=[(3, None, "stray-quote")]),
    )


def broken_rows():
    """Rows that are not like the others."""
    rows = fees(6)
    cells = table(rows)
    cells[3] = cells[3][:3] + ["NOÈ", "D'ANGELO"] + cells[3][4:]  # a separator within a text
    put(
        "ragged-longer.csv",
        csv_text(cells).encode(),
        report(
            rows[:2] + rows[3:], invalid=1,
            errors=[
                (4, None, "ragged-row"), (4, "IMPORTO", "amount-unreadable"), (4, "SCADENZA", "date-unreadable"),
                (4, "AVVISO", "notice-number-shape"),
            ],
        ),
    )
    cells = table(rows)
    cells[2] = cells[2][:5]
    put(
        "ragged-shorter.csv",
        csv_text(cells).encode(),
        report(
            rows[:1] + rows[2:], invalid=1,
            errors=[(3, name, "missing-field") for name in ("IMPORTO", "SCADENZA", "AVVISO")],
            warnings=[(3, None, "short-row")],
        ),
    )
    cells = table(rows)
    cells[5] = cells[5] + ["", ""]
    put("trailing-separators.csv", csv_text(cells).encode(), report(rows))
    data = csv_text(table(rows)).encode().replace(b"AURORA", b"AUR\0ORA").replace(b"LEONARDO", b"LEO\0NARDO")
    put("nul-bytes.csv", data, report(rows, warnings=[(6, None, "nul-bytes")]))
    rows = fees(4)
    rows[1].values["child"] = "SOFIA " * 11000  # 66,000 bytes
    put(
        "long-cell.csv",
        csv_text(table(rows)).encode(),
        report(rows[:1] + rows[2:], invalid=1, errors=[(3, None, "cell-too-long")]),
    )


def around_the_rows():
    """What stands before, between and after the people."""
    rows = fees(5)
    title = [["Comune di Esempio - Servizi scolastici"], ["Estratto il 20/11/2026 ore 9:30"], [""]]
    put("preamble.csv", csv_text(title + table(rows)).encode(), report(rows, warnings=[(1, None, "preamble-rows")]))
    wide = [row + [""] * (8 - len(row)) for row in title]
    put(
        "preamble-wide.csv",
        csv_text(wide + table(rows)).encode(),
        report(rows, warnings=[(1, None, "preamble-rows")]),
    )
    total = ["TOTALE", "", "", "", "", "1.347,50", "", ""]
    put("totals.csv", csv_text(table(rows) + [total]).encode(), report(rows, warnings=[(7, None, "totals-row")]))
    total = ["", "", "", "", "Totale generale", "1.347,50", "", ""]
    put(
        "preamble-and-totals.csv",
        csv_text(title + table(rows) + [[""] * 8, total]).encode(),
        report(
            rows, warnings=[(1, None, "preamble-rows"), (10, None, "empty-rows"), (11, None, "totals-row")],
        ),
    )
    cells = table(rows)
    blank = [""] * 8
    cells = cells[:3] + [blank, blank] + cells[3:] + [blank, blank, blank]
    put(
        "empty-rows.csv",
        csv_text(cells).encode(),
        report(rows, warnings=[(4, None, "empty-rows"), (9, None, "empty-rows")]),
    )
    put("header-only.csv", csv_text([HEADER]).encode(), report([]))
    put(
        "no-header.csv",
        csv_text([row.cells() for row in rows]).encode(),
        report(5, totals(5), columns([""] * 8, PLAIN), warnings=[(1, None, "no-header")]),
        template=None,
    )
    # The notice numbers are found by what they are, the others are said by hand.
    put(
        "no-header-mapped.csv",
        csv_text([row.cells() for row in rows]).encode(),
        report(
            rows, columns_=columns([""] * 8), warnings=[(1, None, "no-header")],
        ),
        arguments=["--map", "nome=3", "--map", "alunno=D", "--map", "mese=5", "--map", "importo=6", "--map",
                   "scadenza=G"],
    )


def without_header():
    """Nobody is taken for a header because the code is damaged or missing."""
    rows = fees(6)
    codes = [row.values["code"] for row in rows]
    by_hand = ["--map", "fiscal_code=1", "--map", "nome=3", "--map", "alunno=4", "--map", "mese=5", "--map", "importo=6",
               "--map", "scadenza=7"]
    for name, code, error in (
        ("no-header-first-code-damaged.csv", codes[0][:-1], "fiscal-code-length"),
        ("no-header-first-code-missing.csv", "", "empty"),
    ):
        rows[0].values["code"] = code
        put(
            name,
            csv_text([row.cells() for row in rows]).encode(),
            report(
                rows[1:], columns_=columns([""] * 8), invalid=1, errors=[(1, "1", error)],
                warnings=[(1, None, "no-header")],
            ),
            arguments=by_hand,
        )
    # Two columns: the second person is the first whose code can be read.
    short = [codes[0][:-1], *codes[1:]]
    names = [f"{row.values['surname']} {row.values['name']}" for row in rows]
    put(
        "no-header-two-columns.csv",
        csv_text([list(pair) for pair in zip(short, names)]).encode(),
        report(
            5, totals(5), columns(["", ""], ["fiscal_code", None]), invalid=1,
            errors=[(1, "1", "fiscal-code-length")], warnings=[(1, None, "no-header")],
        ),
        template=None,
    )
    title = [["Elenco estratto il 20/11/2026"], ["C.F. ente", "00297110389"]]
    put(
        "no-header-below-a-title.csv",
        csv_text(title + [list(pair) for pair in zip(codes, names)]).encode(),
        report(
            6, totals(6), columns(["", ""], ["fiscal_code", None]),
            warnings=[(1, None, "preamble-rows"), (1, None, "no-header")],
        ),
        template=None,
    )


def printed():
    """Lists that were made to be printed, or by the oldest of programs."""
    rows = fees(6)
    cells = [row.cells() for row in rows]
    lines = [
        "COMUNE DI ESEMPIO;;;;;;;", "-----------------------;;;;;;;", HEADER, *cells[:3], "Pag. 1 di 2;;;;;;;", HEADER,
        *cells[3:], "Totale rette n. 6;;;;;1.415,00;;", ";;;;;;;", "Il responsabile dell'ufficio: Ada Prova;;;;;;;",
    ]
    put(
        "printed-list.csv",
        csv_text(lines).encode(),
        report(
            rows,
            warnings=[
                (1, None, "preamble-rows"), (7, None, "note-row"), (8, None, "repeated-header"), (12, None, "totals-row"),
                (13, None, "empty-rows"), (14, None, "note-row"),
            ],
        ),
    )
    # The same with nothing behind the words: that such a row is short need not be said.
    put(
        "printed-list-short-rows.csv",
        csv_text([line.rstrip(";") if isinstance(line, str) else line for line in lines]).encode(),
        report(
            rows,
            warnings=[
                (1, None, "preamble-rows"), (7, None, "note-row"), (8, None, "repeated-header"), (12, None, "totals-row"),
                (13, None, "empty-rows"), (14, None, "note-row"),
            ],
        ),
    )
    # Names over several columns, and one in two lines.
    groups = "DATI DEL GENITORE;;;ALUNNO;;PAGAMENTO;;"
    header = ["CODICE\nFISCALE", *HEADER[1:6], "DATA\r\nSCADENZA", "AVVISO"]
    put(
        "header-in-lines.csv",
        csv_text([groups, header, *cells]).encode(),
        report(rows, columns_=columns(header), warnings=[(1, None, "preamble-rows")]),
    )
    # Columns without a name, as where somebody has worked in the margin.
    put(
        "columns-without-name.csv",
        csv_text([HEADER + ["", ""]] + [row + ["", "visto" if n == 2 else ""] for n, row in enumerate(cells)]).encode(),
        report(rows, columns_=columns([*HEADER, "", ""], ["fiscal_code", None, "nome", "alunno", "mese", "importo",
                                                          "scadenza", "avviso", None, None])),
    )
    # DOS marks the end of a text with a character.
    put("dos-end.csv", csv_text(table(rows)).encode("cp1252") + b"\x1a", report(rows, encoding="windows-1252"))
    # Blanks around every cell, to line the columns up.
    wide = [[f" {cell:<18} " for cell in row] for row in table(rows)]
    put("lined-up.csv", csv_text(wide, "|", "\n").encode(), report(rows, separator="|"))


def no_tables():
    """What is no table at all."""
    put("empty.csv", b"", r"empty")
    put("only-blank-lines.csv", b"\r\n\r\n  \r\n\r\n", r"empty")
    png = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55")
    put("picture.csv", png + b"\0" * 40, r"not a table")
    put("document.csv", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n", r"PDF")
    put("noise.csv", bytes((n * 197 + n // 7) % 256 for n in range(2000)), r"no text has")


def make():
    """Makes them all."""
    dialects()
    recognising()
    quotes()
    broken_rows()
    around_the_rows()
    without_header()
    printed()
    no_tables()

# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Workbooks: what Excel and other programs write into an xlsx, down to what is made to do harm."""

import io
import re
import zipfile

from corpus import FIELDS, HEADER, WORKBOOK, Fee, columns, expect, fees, put, report, same_rows, table, totals, typed_table
from people import PEOPLE
from writers import Day, Fault, Formula, Number, Rich, Sheet, Truth, Xlsx, csv_text, pack

ABOUT = {**WORKBOOK, "format": "xlsx", "sheet": "Foglio1"}


def book(rows, *others, **options):
    """Gives a workbook with the rows in its first sheet."""
    return Xlsx([Sheet("Foglio1", rows), *others], **options).write()


def members(data):
    """Gives the parts of an archive, to be changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data, **changes):
    """Gives an archive in which some parts were changed: (part, old) -> new, by a short name."""
    parts = members(data)
    for part, (old, new) in changes.items():
        name = {"sheet": "xl/worksheets/sheet1.xml", "strings": "xl/sharedStrings.xml"}[part]
        assert old.encode() in parts[name], (name, old)
        parts[name] = parts[name].replace(old.encode(), new.encode())
    return pack(parts.items())


def ways_to_write():
    """The same table as different programs write it."""
    rows = fees(7)
    told = report(rows, **ABOUT)
    plain = book(table(rows))
    put("fees.xlsx", plain, told)
    put("fees-inline.xlsx", book(table(rows), inline=True), told)
    put("fees-no-references.xlsx", book(table(rows), references=False), told)

    # Everything under a prefix, as programs made with Microsoft's own library write it.
    parts = members(book(table(rows), inline=True))
    name = "xl/worksheets/sheet1.xml"
    text = parts[name].decode().replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
    parts[name] = text.replace("xmlns=", "xmlns:x=").encode()
    put("fees-prefixed.xlsx", pack(parts.items()), told)

    # "Strict Open XML", as Excel offers it.
    strict = {"http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
              "http://schemas.openxmlformats.org/officeDocument/2006/relationships":
                  "http://purl.oclc.org/ooxml/officeDocument/relationships"}
    parts = members(plain)
    for part, body in parts.items():
        for old, new in strict.items():
            body = body.replace(old.encode(), new.encode())
        parts[part] = body
    put("fees-strict.xlsx", pack(parts.items()), told)

    # Parts elsewhere, said with absolute names, and the sheet last of all.
    parts = members(plain)
    sheet = parts.pop("xl/worksheets/sheet1.xml")
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        b'Target="worksheets/sheet1.xml"', b'Target="/data/Tabelle.xml"'
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"/xl/worksheets/sheet1.xml", b"/data/Tabelle.xml")
    parts["data/Tabelle.xml"] = sheet
    put("fees-elsewhere.xlsx", pack(parts.items()), told)

    # Written to a pipe: sizes and check sums stand behind each part.
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.data = bytearray()

        def writable(self):
            return True

        def write(self, data):
            self.data += data
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, body in members(plain).items():
            info = zipfile.ZipInfo(part, (2026, 11, 20, 9, 30, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, body)
    put("fees-streamed.xlsx", bytes(pipe.data), told)
    same_rows(
        "fees", "semicolon-utf8.csv", "fees.xlsx", "fees-inline.xlsx", "fees-no-references.xlsx", "fees-prefixed.xlsx",
        "fees-strict.xlsx", "fees-elsewhere.xlsx", "fees-streamed.xlsx",
    )


def as_read(fee):
    """Gives a typed row as the command reads it."""
    cells = fee.cells()
    whole, rest = divmod(fee.cents, 100)
    cells[5] = f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole)
    cells[6] = fee.due
    return cells


def typed():
    """Numbers, days, truths and formulas."""
    rows = fees(7)
    told = report(rows, **ABOUT)
    put("typed.csv", csv_text([HEADER] + [as_read(row) for row in rows], ",", "\n").encode(), report(rows, separator=","))
    put("typed.xlsx", book(typed_table(rows)), told)
    put("typed-1904.xlsx", book(typed_table(rows), is_1904=True), told)
    # Days as ISO 8601 has them, which the standard allows and some programs write.
    parts = members(book(typed_table(rows)))
    name = "xl/worksheets/sheet1.xml"
    parts[name], n = re.subn(
        rb'<c r="G(\d+)" s="\d+"><v>\d+</v></c>',
        lambda cell: b'<c r="G%s" t="d"><v>%sT00:00:00</v></c>' % (cell[1], rows[int(cell[1]) - 2].due.encode()),
        parts[name],
    )
    assert n == len(rows)
    put("typed-iso-days.xlsx", pack(parts.items()), told)
    same_rows("typed", "typed.csv", "typed.xlsx", "typed-1904.xlsx", "typed-iso-days.xlsx")

    header = ["CODICE FISCALE", "COME MOSTRATO", "VALORE"]
    day, time = "2027-01-31", "2027-01-31 10:30"
    shown = [
        ("dd/mm/yyyy", Day(day), day), ("m/d/yy", Day(day, "m/d/yy"), day),
        ("[$-410]d mmmm yyyy;@", Day(day, "[$-410]d mmmm yyyy;@"), day), ("gg mmm aa", Day(day, "d-mmm-yy"), day),
        ("dd/mm/yyyy hh:mm", Day(time, "dd/mm/yyyy hh:mm"), time),
        ("mezzanotte", Day(day, "dd/mm/yyyy hh:mm"), day),
        ("h:mm", Number("0.4375", "h:mm"), "10:30"), ("h:mm:ss", Number("0.437673611111111", "h:mm:ss"), "10:30:15"),
        ("[h]:mm", Number("1.5", "[h]:mm"), "36:00"), ("0 \"gg\"", Number("30", '0 "giorni"'), "30"),
        ("[Red]0.00", Number("85.5", "[Red]0.00"), "85.5"), ("primo giorno", Day("1900-03-01", "dd/mm/yyyy"), "1900-03-01"),
    ]
    people = [PEOPLE[n].code for n in range(len(shown))]
    put(
        "day-formats.xlsx",
        book([header] + [[code, name, cell] for code, (name, cell, _) in zip(people, shown)]),
        report(len(shown), totals(len(shown)), columns(header, ["fiscal_code", None, None]), **ABOUT),
        template=None,
        read=[header] + [[code, name, text] for code, (name, _, text) in zip(people, shown)],
    )
    numbers = [
        ("85.5", "General", "85.5"), ("85", "0.00", "85"), ("1234", "#,##0.00", "1234"), ("1.234", "General", "1.2340"),
        ("0.30000000000000004", "General", "0.3"), ("19.989999999999998", "General", "19.99"), ("-5", "General", "-5"),
        ("44", "00000", "00044"), ("1000000", "General", "1000000"), ("999999999999999", "0", "999999999999999"),
        ("3.01000000000471E+17", "0", "3.01000000000471E+17"), ("1.0E2", "General", "100"),
    ]
    put(
        "number-formats.xlsx",
        book([header] + [[code, text, Number(text, form)] for code, (text, form, _) in zip(people, numbers)]),
        report(len(numbers), totals(len(numbers)), columns(header, ["fiscal_code", None, None]), **ABOUT),
        template=None,
        read=[header] + [[code, text, read] for code, (text, _, read) in zip(people, numbers)],
    )
    kinds = [
        ("vero", Truth(True), "VERO"), ("falso", Truth(False), "FALSO"),
        ("formula di testo", Formula('"a"&"b"', "ab"), "ab"), ("formula di numero", Formula("2*42.75", Number("85.5")), "85.5"),
        ("formula di data", Formula("TODAY()+60", Day(day)), day), ("formula vera", Formula("1=1", Truth(True)), "VERO"),
        ("grassetto", Rich(["Rette ", "di dicembre", " 2026"]), "Rette di dicembre 2026"),
        ("guida di lettura", Rich(["東京"], phonetic="とうきょう"), "東京"),
        ("a capo", "via Roma 1\nFerrara", "via Roma 1\nFerrara"), ("a capo doppio", "uno\r\ndue", "uno\r\ndue"),
        ("codice scritto", "_x0041_bc", "Abc"), ("spazi", "  due spazi  ", "  due spazi  "),
    ]
    for name, inline in (("kinds-of-cell.xlsx", False), ("kinds-of-cell-inline.xlsx", True)):
        put(
            name,
            book([header] + [[code, kind, cell] for code, (kind, cell, _) in zip(people, kinds)], inline=inline),
            report(len(kinds), totals(len(kinds)), columns(header, ["fiscal_code", None, None]), **ABOUT),
            template=None,
            read=[header] + [[code, kind, text] for code, (kind, _, text) in zip(people, kinds)],
        )


def spoilt():
    """Values that are lost, or were never there."""
    rows = fees(5)
    cells = [HEADER] + [row.typed(notice=Number(row.values["notice"], "0")) for row in rows]
    put(
        "notices-as-numbers.xlsx",
        book(cells),
        report([], invalid=5, errors=[(n, "AVVISO", "notice-number-rounded") for n in range(2, 7)], **ABOUT),
    )
    header = [*HEADER, "CONTROLLO"]
    cells = [header] + [[*row.typed(), "ok"] for row in rows]
    cells[2][5] = Fault("#N/A")
    cells[3][8] = Fault("#REF!")
    cells[4][6] = Formula("G1+A1", Fault("#VALUE!"))
    put(
        "cell-errors.xlsx",
        book(cells),
        report(
            [rows[0], rows[2], rows[4]], invalid=2, columns_=columns(header, [*FIELDS, None]),
            errors=[(3, "IMPORTO", "cell-error"), (5, "SCADENZA", "cell-error")],
            warnings=[(4, "CONTROLLO", "cell-error")],
            **ABOUT,
        ),
    )
    cells = [header] + [[*row.typed(), "ok"] for row in rows]
    cells[2][5] = Formula("32.5*1")
    cells[3][8] = Formula("A1&B1")
    put(
        "formulas-without-value.xlsx",
        book(cells),
        report(
            [rows[0], rows[2], rows[3], rows[4]], invalid=1, columns_=columns(header, [*FIELDS, None]),
            errors=[(3, "IMPORTO", "formula-without-value")],
            warnings=[(4, "CONTROLLO", "formula-without-value")],
            **ABOUT,
        ),
    )


def layout():
    """Titles, sums, hidden and merged cells, gaps, sheets."""
    rows = fees(6)
    title = [["Comune di Esempio - Rette di dicembre"], None]
    total = ["TOTALE", None, None, None, None, Formula("SUM(F4:F9)", Number("1507"))]
    sheet = Sheet("Foglio1", title + typed_table(rows) + [None, total], merged=["A1:H1"])
    put(
        "title-and-total.xlsx",
        Xlsx([sheet]).write(),
        report(
            rows, warnings=[(1, None, "preamble-rows"), (10, None, "empty-rows"), (11, None, "totals-row")], **ABOUT,
        ),
    )
    put(
        "hidden-rows.xlsx",
        Xlsx([Sheet("Foglio1", typed_table(rows), hidden_rows={3, 4, 7})]).write(),
        report(rows, warnings=[(n, None, "hidden-row") for n in (3, 4, 7)], **ABOUT),
    )
    cells = typed_table(rows)
    cells[3][3] = None
    put(
        "merged-cells.xlsx",
        Xlsx([Sheet("Foglio1", cells, merged=["D3:D4"])]).write(),
        report(
            [rows[0], rows[1], *rows[3:]], invalid=1, errors=[(4, "ALUNNO", "missing-field")],
            warnings=[(3, "ALUNNO", "merged-cells")], **ABOUT,
        ),
    )
    # Nothing in the first column and the first two rows, and gaps within: rows keep their numbers.
    cells = [None, None] + [[None, *row] for row in typed_table(rows)]
    cells[4:4] = [None]
    cells[6][2] = None
    fields = [None, *FIELDS]
    put(
        "gaps.xlsx",
        book(cells),
        report(
            rows, columns_=columns(["", *HEADER], fields),
            warnings=[(5, None, "empty-rows")],
            **ABOUT,
        ),
    )
    names = Xlsx([Sheet('Rette & tasse "2027"', typed_table(rows)), Sheet("Perù", typed_table(rows[:3]))]).write()
    put(
        "names-of-sheets.xlsx", names, report(rows, **{**ABOUT, "sheet": 'Rette & tasse "2027"'}),
        arguments=["--sheet", 'Rette & tasse "2027"'],
    )
    expect(
        "names-of-sheets.xlsx-in-capitals", report(rows[:3], **{**ABOUT, "sheet": "Perù"}), file="names-of-sheets.xlsx",
        arguments=["--sheet", "PERÙ"],
    )
    legend = Sheet("Legenda", [["Fascia", "Retta"], ["A", Number("32.5")]])
    empty = Sheet("Foglio3", [])
    two = Xlsx([Sheet("Dicembre", typed_table(rows)), legend, empty]).write()
    about = {**ABOUT, "sheet": "Dicembre"}
    put("two-sheets.xlsx", two, r"“Dicembre”, “Legenda”.*--sheet")
    expect("two-sheets.xlsx-by-name", report(rows, **about), file="two-sheets.xlsx", arguments=["--sheet", "Dicembre"])
    expect("two-sheets.xlsx-by-number", report(rows, **about), file="two-sheets.xlsx", arguments=["--sheet", "1"])
    expect("two-sheets.xlsx-not-there", r"“Gennaio”.*“Dicembre”", file="two-sheets.xlsx", arguments=["--sheet", "Gennaio"])
    archive = Sheet("Archivio", typed_table(rows[:2]), state="hidden")
    one = Xlsx([Sheet("Dicembre", typed_table(rows)), archive, empty]).write()
    put("hidden-sheet.xlsx", one, report(rows, **about))
    expect(
        "hidden-sheet.xlsx-by-name", report(rows[:2], **{**ABOUT, "sheet": "Archivio"}), file="hidden-sheet.xlsx",
        arguments=["--sheet", "Archivio"],
    )
    put("no-content.xlsx", Xlsx([empty]).write(), r"empty")


def harm():
    """What is broken, and what is made to break the program."""
    rows = fees(4)
    data = book(table(rows), inline=True)
    put("truncated.xlsx", data[: len(data) // 2], r"damaged|broken|incomplete|cut")
    stored = pack(members(data).items(), zipfile.ZIP_STORED)
    assert stored.count(b"TOMMASO") == 1
    put("wrong-check-sum.xlsx", stored.replace(b"TOMMASO", b"TOMASSO"), r"damaged|broken")
    put("no-archive.xlsx", b"PK\x03\x04" + bytes((n * 73) % 256 for n in range(400)), r"damaged|broken|no workbook|not a")
    put("letter.xlsx", pack([
        ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>"),
    ]), r"no (workbook|spreadsheet|table)|not a (workbook|spreadsheet)|sheet")
    cut = members(data)
    cut["xl/worksheets/sheet1.xml"] = cut["xl/worksheets/sheet1.xml"][:-200]
    put("xml-cut.xlsx", pack(cut.items()), r"damaged|broken")
    bomb = members(data)
    bomb["xl/worksheets/sheet1.xml"] = bomb["xl/worksheets/sheet1.xml"].replace(
        b"<sheetData>", b"<sheetData>" + b" " * (24 * 1024 * 1024)
    )
    put("zip-bomb.xlsx", pack(bomb.items()), r"limit|large|unpack|expand|many times")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    billion = changed(
        changed(data, sheet=(head, f'{head}<!DOCTYPE worksheet [<!ENTITY l0 "ha">{laughs}]>\r\n')),
        sheet=("TOMMASO ROSSI", "&l9;"),
    )
    put("billion-laughs.xlsx", billion, r"damaged|entit|declar|broken")
    outside = changed(
        changed(data, sheet=(head, f'{head}<!DOCTYPE worksheet [<!ENTITY out SYSTEM "file:///etc/passwd">]>\r\n')),
        sheet=("TOMMASO ROSSI", "&out;"),
    )
    put("external-entity.xlsx", outside, r"damaged|entit|declar|broken")


def make():
    """Makes them all."""
    ways_to_write()
    typed()
    spoilt()
    layout()
    harm()

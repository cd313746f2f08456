# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""OpenDocument spreadsheets: repeated cells and rows, comments, days, and what is broken."""

import zipfile

from corpus import FIELDS, HEADER, WORKBOOK, columns, expect, fees, put, report, same_rows, table, totals, typed_table
from people import PEOPLE
from workbook_cases import as_read, members
from writers import Day, Formula, Number, Ods, Raw, Rich, Sheet, Truth, csv_text, pack

ABOUT = {**WORKBOOK, "format": "ods", "sheet": "Foglio1"}
TEXT = ' office:value-type="string"'


def book(rows, **options):
    """Gives a workbook with the rows in its one sheet."""
    return Ods([Sheet("Foglio1", rows)], **options).write()


def values():
    """Texts, numbers, days, truths."""
    rows = fees(7)
    put("fees.ods", book(table(rows)), report(rows, **ABOUT))
    # Rows in a group, below one that is printed on every page.
    content = Ods([Sheet("Foglio1", table(rows))]).content()
    begin, end = content.index("<table:table-row>"), content.index("</table:table-row>") + len("</table:table-row>")
    content = (
        f"{content[:begin]}<table:table-header-rows>{content[begin:end]}</table:table-header-rows><table:table-row-group>"
        + content[end:].replace("</table:table>", "</table:table-row-group></table:table>")
    )
    put("fees-grouped.ods", pack(Ods([]).members(content)), report(rows, **ABOUT))
    same_rows("fees", "fees-grouped.ods")
    put("fees-to-the-last-row.ods", book(table(rows), rows_to_end=1048576), report(rows, **ABOUT))
    same_rows("fees", "fees.ods", "fees-to-the-last-row.ods")
    put("typed.ods", book(typed_table(rows)), report(rows, **ABOUT))
    same_rows("typed", "typed.ods")

    header = ["CODICE FISCALE", "CHE COSA", "VALORE"]
    comment = (
        '<office:annotation office:display="false"><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Ufficio'
        "</dc:creator><text:p>da ricontrollare</text:p></office:annotation>"
    )
    kinds = [
        ("numero", Number("85.5"), "85.5"), ("numero lungo", Number("301000000000471000"), "3.01000000000471E+17"),
        ("giorno", Day("2027-01-31"), "2027-01-31"), ("giorno e ora", Day("2027-01-31 10:30"), "2027-01-31 10:30"),
        ("ora", Raw(' office:value-type="time" office:time-value="PT10H30M00S"', "<text:p>10:30</text:p>"), "10:30"),
        ("euro", Raw(' office:value-type="currency" office:currency="EUR" office:value="1120"',
                     "<text:p>1.120,00 €</text:p>"), "1120"),
        ("percento", Raw(' office:value-type="percentage" office:value="0.5"', "<text:p>50%</text:p>"), "0.5"),
        ("vero", Truth(True), "VERO"), ("falso", Truth(False), "FALSO"),
        ("formula", Formula("[.A1]", "abc"), "abc"), ("formula di numero", Formula("2*42.75", Number("85.5")), "85.5"),
        ("grassetto", Rich(["Rette ", "di dicembre", " 2026"]), "Rette di dicembre 2026"),
        ("due paragrafi", "via Roma 1\nFerrara", "via Roma 1\nFerrara"),
        ("a capo", Raw(TEXT, "<text:p>uno<text:line-break/>due</text:p>"), "uno\ndue"),
        ("spazi", Raw(TEXT, '<text:p>uno<text:s text:c="3"/>due<text:s/>tre<text:tab/>fine</text:p>'), "uno   due tre\tfine"),
        ("commento", Raw(TEXT, f"{comment}<text:p>a posto</text:p>"), "a posto"),
        ("indirizzo", Raw(TEXT, '<text:p><text:a xlink:href="https://example.org/">il sito</text:a></text:p>'), "il sito"),
        ("valore a parte", Raw(f'{TEXT} office:string-value="intero"', "<text:p>intero</text:p>"), "intero"),
    ]
    people = [PEOPLE[n].code for n in range(len(kinds))]
    put(
        "kinds-of-cell.ods",
        book([header] + [[code, kind, cell] for code, (kind, cell, _) in zip(people, kinds)]),
        report(len(kinds), totals(len(kinds)), columns(header, ["fiscal_code", None, None]), **ABOUT),
        template=None,
        read=[header] + [[code, kind, text] for code, (kind, _, text) in zip(people, kinds)],
    )


def layout():
    """Repetitions, hidden and merged cells, gaps, sheets."""
    rows = fees(3)
    # A row that is told once and stands three times; cells next to each other that are alike.
    header = ["CODICE FISCALE", "A", "B", "C", "D"]
    codes = [row.values["code"] for row in rows]
    cells = [header] + [[codes[0], "x", "x", "x", "y"]] * 3 + [None] * 4 + [[codes[1], None, None, "z", "z"], [codes[2], "q"]]
    put(
        "repeated.ods",
        book(cells, rows_to_end=1048576),
        report(
            3, totals(3), columns(header, ["fiscal_code", None, None, None, None]), duplicates=2,
            warnings=[(3, "CODICE FISCALE", "duplicate"), (4, "CODICE FISCALE", "duplicate"), (5, None, "empty-rows")],
            **ABOUT,
        ),
        template=None,
        read=[header] + [[codes[0], "x", "x", "x", "y"]] * 3 + [[codes[1], "", "", "z", "z"], [codes[2], "q", "", "", ""]],
    )
    rows = fees(6)
    put(
        "hidden-rows.ods",
        Ods([Sheet("Foglio1", typed_table(rows), hidden_rows={3, 4, 7})]).write(),
        report(rows, warnings=[(n, None, "hidden-row") for n in (3, 4, 7)], **ABOUT),
    )
    content = Ods([Sheet("Foglio1", typed_table(rows))]).content()
    head, *people = content.split("<table:table-row>")[1:]
    filtered = content[: content.index("<table:table-row>")] + "<table:table-row>" + head + "".join(
        f'<table:table-row{"" if n % 2 else " table:visibility=" + chr(34) + "filter" + chr(34)}>{person}'
        for n, person in enumerate(people)
    )
    put(
        "filtered-rows.ods", pack(Ods([]).members(filtered)),
        report(rows, warnings=[(n, None, "hidden-row") for n in (2, 4, 6)], **ABOUT),
    )
    title = ["Comune di Esempio - Rette di dicembre"] + [None] * 7
    total = ["TOTALE", None, None, None, None, Formula("SUM([.F4:.F9])", Number("1507")), None, None]
    put(
        "title-and-total.ods",
        Ods([Sheet("Foglio1", [title, None] + typed_table(rows) + [None, total], merged=["A1:H1"])]).write(),
        report(
            rows, warnings=[(1, None, "preamble-rows"), (10, None, "empty-rows"), (11, None, "totals-row")], **ABOUT,
        ),
    )
    cells = typed_table(rows)
    cells[3][1:3] = ["D'ANGELO NICOLÒ", None]
    put(
        "merged-cells.ods",
        Ods([Sheet("Foglio1", cells, merged=["B4:C4"])]).write(),
        report(
            [*rows[:2], *rows[3:]], invalid=1, errors=[(4, "NOME", "missing-field")],
            warnings=[(4, "COGNOME", "merged-cells")], **ABOUT,
        ),
    )
    legend = Sheet("Legenda", [["Fascia", "Retta"], ["A", Number("32.5")]])
    two = Ods([Sheet("Dicembre", typed_table(rows)), legend, Sheet("Foglio3", [])]).write()
    about = {**ABOUT, "sheet": "Dicembre"}
    put("two-sheets.ods", two, r"“Dicembre”, “Legenda”.*--sheet")
    expect("two-sheets.ods-by-name", report(rows, **about), file="two-sheets.ods", arguments=["--sheet", "dicembre"])
    archive = Sheet("Archivio", typed_table(rows[:2]), state="hidden")
    put("hidden-sheet.ods", Ods([Sheet("Dicembre", typed_table(rows)), archive]).write(), report(rows, **about))
    expect(
        "hidden-sheet.ods-by-name", report(rows[:2], **{**ABOUT, "sheet": "Archivio"}), file="hidden-sheet.ods",
        arguments=["--sheet", "Archivio"],
    )


def harm():
    """What is broken, and what is made to break the program."""
    rows = fees(4)
    data = book(table(rows))
    put("truncated.ods", data[: len(data) // 2], r"damaged|broken|incomplete|cut")
    stored = pack(members(data).items(), zipfile.ZIP_STORED)
    put("wrong-check-sum.ods", stored.replace(b"TOMMASO", b"TOMASSO"), r"damaged|broken")
    content = Ods([Sheet("Foglio1", table(rows))]).content()
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    billion = content.replace(head, f'{head}<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>\n').replace("TOMMASO ROSSI", "&l9;")
    put("billion-laughs.ods", pack(Ods([]).members(billion)), r"damaged|entit|declar|broken")
    outside = content.replace(head, f'{head}<!DOCTYPE d [<!ENTITY out SYSTEM "file:///etc/passwd">]>\n')
    outside = outside.replace("TOMMASO ROSSI", "&out;")
    put("external-entity.ods", pack(Ods([]).members(outside)), r"damaged|entit|declar|broken")
    # A row that says it stands there two thousand million times.
    many = content.replace("<table:table-row>", '<table:table-row table:number-rows-repeated="2000000000">', 1)
    put("repeated-for-ever.ods", pack(Ods([]).members(many)), r"rows")
    # An empty one of the same kind costs nothing.
    first = content.index("<table:table-row>")
    blank = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
    put(
        "a-million-empty-rows.ods",
        pack(Ods([]).members(content[:first] + blank + content[first:])),
        report(rows, **ABOUT),
    )
    text = content.replace("opendocument.spreadsheet", "opendocument.text").replace("spreadsheet>", "text>")
    put("letter.ods", pack([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", text)]),
        r"no (workbook|spreadsheet|table)|not a (workbook|spreadsheet)|spreadsheet")


HTML = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<style><!-- .xl24 {mso-number-format:"\\@";} --></style>
<script>var rows = "<table><tr><td>no</td></tr></table>";</script></head>
<body><h3>Elenco rette &ndash; dicembre</h3>
<table border=1 cellspacing=0><thead><tr>HEAD</tr></thead>
<tbody>ROWS</tbody></table>
<p>Generato il 20/11/2026</p></body></html>
"""


def html():
    """The web pages that many programs save under the name of a workbook."""
    from writers import html_text

    rows = fees(7)
    about = {"format": "html", "separator": None, "sheet": None}
    put("export.xls", html_text(table(rows)).encode("cp1252"), report(rows, **about, encoding="windows-1252"))
    # Cells without an end, entities, breaks and marks within: what browsers put up with.
    body = "".join(
        "<tr>" + "".join(f"<td class=xl24 nowrap>{cell}" for cell in row) + "\n" for row in
        [[c.replace("'", "&#39;").replace("Ò", "&Ograve;").replace("È", "&#200;") for c in r.cells()] for r in rows]
    ).replace("SOFIA FERRARI", "<b>SOFIA</b>&nbsp;FERRARI").replace("dicembre", " dicembre\n  ")
    head = "".join(f"<th><font color=red>{name}</font></th>" for name in HEADER)
    read = [HEADER] + [row.cells() for row in rows]
    read[2] = [cell.replace("SOFIA FERRARI", "SOFIA\u00a0FERRARI") for cell in read[2]]
    put(
        "export-untidy.xls",
        HTML.replace("HEAD", head).replace("ROWS", body).encode(),
        report(rows, **about, encoding="UTF-8"),
    )
    # A table within the table that lays the page out, a menu, and cells over several columns and rows.
    row = "<tr>" + "".join(f"<th>{name}</th>" for name in HEADER) + "</tr>"
    inner = f"<table><tr><th colspan=8>Rette di dicembre</th></tr>{row}" + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in one.cells()) + "</tr>" for one in rows[:4]
    ) + "</table>"
    page = f"<html><body><table><tr><td>Menu</td><td>Esci</td></tr><tr><td colspan=2>{inner}</td></tr></table></body></html>"
    put(
        "export-nested.xls", ("\ufeff" + page).encode("utf-16-le"),
        report(rows[:4], **about, encoding="UTF-16LE", warnings=[(1, None, "preamble-rows")]),
    )
    one, other = (list(fee.cells()) for fee in rows[:2])
    page = f"<table>{row}<tr>" + "".join(
        f"<td{' rowspan=2' if n == 4 else ''}>{cell}</td>" for n, cell in enumerate(one)
    ) + "</tr><tr>" + "".join(f"<td>{cell}</td>" for n, cell in enumerate(other) if n != 4) + "</tr></table>"
    put(
        "export-merged.xls", page.encode(),
        report(
            rows[:1], **about, encoding="UTF-8", invalid=1, errors=[(3, "MESE", "missing-field")],
            warnings=[(2, "MESE", "merged-cells")],
        ),
    )
    # Under the same name, in truth: text with tabs, as the oldest programs do.
    put(
        "tabs.xls",
        csv_text(table(rows), "\t").encode("cp1252"),
        report(rows, separator="\t", encoding="windows-1252"),
    )
    same_rows("fees", "export.xls", "tabs.xls")
    put("page-without-table.html", b"<html><body><p>Servizio non disponibile</p></body></html>", r"table")
    # Excel's XML of 2003.
    xml = (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Rette"><Table>'
        + "".join(
            "<Row>" + "".join(f'<Cell><Data ss:Type="String">{c}</Data></Cell>' for c in row) + "</Row>"
            for row in table(rows)
        ) + "</Table></Worksheet></Workbook>\n"
    )
    put("xml-2003.xls", xml.encode(), report(rows, **{**WORKBOOK, "format": "xls", "sheet": "Rette"}))
    same_rows("fees", "xml-2003.xls")


def make():
    """Makes them all."""
    values()
    layout()
    harm()
    html()

# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""Writes tables as csv, xlsx, ods and html, the same bytes every time.

A sheet is a list of rows, a row a list of cells: a text, or one of the kinds below. None is a cell
(or a row) of which the file holds nothing.
"""

import datetime
import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

STAMP = (2026, 11, 20, 9, 30, 0)


@dataclass
class Number:
    """A number, as the file holds it, under a number format ("General")."""

    text: str
    format: str = "General"


@dataclass
class Day:
    """A date, with a time of day where one is given ("2027-01-31 10:30")."""

    text: str
    format: str = "dd/mm/yyyy"

    def serial(self, is_1904=False):
        """Gives the number that a spreadsheet keeps."""
        moment = datetime.datetime.fromisoformat(self.text)
        passed = moment - datetime.datetime(1904 if is_1904 else 1899, 1 if is_1904 else 12, 1 if is_1904 else 30)
        seconds = passed.days * 86400 + passed.seconds
        return str(seconds // 86400) if seconds % 86400 == 0 else repr(seconds / 86400)


@dataclass
class Truth:
    """TRUE or FALSE."""

    value: bool


@dataclass
class Fault:
    """A cell in error ("#N/A")."""

    text: str


@dataclass
class Rich:
    """A text in several runs, of which every second is bold; with a reading aid where one is given."""

    runs: list
    phonetic: str = ""


@dataclass
class Formula:
    """A formula and the value kept with it: another cell, or None where none was kept."""

    text: str
    value: object = None


@dataclass
class Raw:
    """A cell of an OpenDocument table, as it stands there: attributes and body."""

    attributes: str
    body: str


@dataclass
class Sheet:
    """A sheet of a workbook."""

    name: str
    rows: list
    hidden_rows: set = field(default_factory=set)  # numbers from 1
    merged: list = field(default_factory=list)  # "A1:D1"
    state: str = "visible"


def csv_text(rows, separator=";", line_end="\r\n", quote_all=False):
    """Gives rows of texts as CSV; a row that is a text already is taken as it is."""

    def cell(text):
        if quote_all or any(c in text for c in (separator, '"', "\r", "\n")):
            return '"' + text.replace('"', '""') + '"'
        return text

    lines = (row if isinstance(row, str) else separator.join(cell(c) for c in row) for row in rows)
    return "".join(line + line_end for line in lines)


def pack(members, compression=zipfile.ZIP_DEFLATED):
    """Gives a zip archive of (name, text or bytes), always with the same time in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else compression
            info.external_attr = 0o600 << 16
            archive.writestr(info, content)
    return out.getvalue()


def column_name(n):
    """Gives the letters of a column, from 0."""
    name = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class Xlsx:
    """Writes a workbook as Excel does: shared strings, styles, a part for each sheet."""

    HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    PACKAGE = "http://schemas.openxmlformats.org/package/2006"
    BUILT_IN = {"General": 0, "0": 1, "0.00": 2, "#,##0.00": 4, "0.00E+00": 11, "m/d/yy": 14, "h:mm": 20, "@": 49}

    def __init__(self, sheets, is_1904=False, inline=False, references=True):
        self.sheets, self.is_1904, self.inline, self.references = sheets, is_1904, inline, references
        self.strings, self.formats = {}, ["General"]

    def style(self, number_format):
        """Gives the index of the style of a number format."""
        if number_format not in self.formats:
            self.formats.append(number_format)
        return self.formats.index(number_format)

    def string(self, cell):
        """Gives the body of a text, in one run or in several."""
        if isinstance(cell, Rich):
            runs = "".join(
                f'<r>{"<rPr><b/></rPr>" if n % 2 else ""}<t xml:space="preserve">{escape(run)}</t></r>'
                for n, run in enumerate(cell.runs)
            )
            aid = f'<rPh sb="0" eb="1"><t>{escape(cell.phonetic)}</t></rPh>' if cell.phonetic else ""
            return runs + aid
        text = escape(cell).replace("\r", "_x000D_")
        return f'<t xml:space="preserve">{text}</t>' if text != text.strip() or "\n" in text else f"<t>{text}</t>"

    def value(self, cell):
        """Gives type, style and body of a cell."""
        if isinstance(cell, (str, Rich)):
            body = self.string(cell)
            if self.inline:
                return "inlineStr", 0, f"<is>{body}</is>"
            return "s", 0, f"<v>{self.strings.setdefault(body, len(self.strings))}</v>"
        if isinstance(cell, Number):
            return "", self.style(cell.format), f"<v>{cell.text}</v>"
        if isinstance(cell, Day):
            return "", self.style(cell.format), f"<v>{cell.serial(self.is_1904)}</v>"
        if isinstance(cell, Truth):
            return "b", 0, f"<v>{int(cell.value)}</v>"
        if isinstance(cell, Fault):
            return "e", 0, f"<v>{escape(cell.text)}</v>"
        formula = f"<f>{escape(cell.text)}</f>"
        if cell.value is None:
            return "", 0, formula
        if isinstance(cell.value, str):
            return "str", 0, f"{formula}<v>{escape(cell.value)}</v>"
        kind, style, body = self.value(cell.value)
        return kind, style, formula + body

    def row(self, number, cells, is_hidden):
        """Gives a row."""
        parts = []
        for n, cell in enumerate(cells):
            if cell is None:
                continue
            kind, style, body = self.value(cell)
            at = f' r="{column_name(n)}{number}"' if self.references else ""
            kind = f' t="{kind}"' if kind else ""
            style = f' s="{style}"' if style else ""
            parts.append(f"<c{at}{style}{kind}>{body}</c>")
        at = f' r="{number}"' if self.references else ""
        return f'<row{at}{" hidden=" + quoteattr("1") if is_hidden else ""}>{"".join(parts)}</row>'

    def sheet(self, sheet):
        """Gives the part of a sheet."""
        rows = "".join(
            self.row(n, cells, n in sheet.hidden_rows)
            for n, cells in enumerate(sheet.rows, 1)
            if cells is not None
        )
        width = max((len(row) for row in sheet.rows if row), default=1)
        merged = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merged)
        if merged:
            merged = f'<mergeCells count="{len(sheet.merged)}">{merged}</mergeCells>'
        area = f"A1:{column_name(width - 1)}{max(len(sheet.rows), 1)}"
        return (
            f'{self.HEAD}<worksheet xmlns="{self.MAIN}"><dimension ref="{area}"/>'
            f"<sheetData>{rows}</sheetData>{merged}</worksheet>"
        )

    def styles(self):
        """Gives the part of the styles."""
        own = [f for f in self.formats if f not in self.BUILT_IN]
        made = "".join(f'<numFmt numFmtId="{164 + n}" formatCode={quoteattr(f)}/>' for n, f in enumerate(own))
        made = f'<numFmts count="{len(own)}">{made}</numFmts>' if own else ""
        used = "".join(
            f'<xf numFmtId="{self.BUILT_IN[f] if f in self.BUILT_IN else 164 + own.index(f)}" fontId="0"'
            ' fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
            for f in self.formats
        )
        return (
            f'{self.HEAD}<styleSheet xmlns="{self.MAIN}">{made}'
            '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
            '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
            '<borders count="1"><border/></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(self.formats)}">{used}</cellXfs></styleSheet>'
        )

    def members(self):
        """Gives the parts, in Excel's order."""
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        parts = [(f"xl/worksheets/sheet{n}.xml", self.sheet(s)) for n, s in enumerate(self.sheets, 1)]
        types = "".join(f'<Override PartName="/{name}" ContentType="{kind}.worksheet+xml"/>' for name, _ in parts)
        listed = "".join(
            f'<sheet name={quoteattr(s.name)} sheetId="{n}"'
            f'{"" if s.state == "visible" else " state=" + quoteattr(s.state)} r:id="rId{n}"/>'
            for n, s in enumerate(self.sheets, 1)
        )
        relations = "".join(
            f'<Relationship Id="rId{n}" Type="{self.REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(parts) + 1)
        )
        relations += f'<Relationship Id="rId100" Type="{self.REL}/styles" Target="styles.xml"/>'
        if not self.inline:
            relations += f'<Relationship Id="rId101" Type="{self.REL}/sharedStrings" Target="sharedStrings.xml"/>'
            types += f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>'
        yield "[Content_Types].xml", (
            f'{self.HEAD}<Types xmlns="{self.PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{types}'
            f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/></Types>'
        )
        yield "_rels/.rels", (
            f'{self.HEAD}<Relationships xmlns="{self.PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{self.REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        )
        yield "xl/workbook.xml", (
            f'{self.HEAD}<workbook xmlns="{self.MAIN}" xmlns:r="{self.REL}">'
            f'<workbookPr{" date1904=" + quoteattr("1") if self.is_1904 else ""}/><sheets>{listed}</sheets></workbook>'
        )
        yield "xl/_rels/workbook.xml.rels", (
            f'{self.HEAD}<Relationships xmlns="{self.PACKAGE}/relationships">{relations}</Relationships>'
        )
        yield from parts
        yield "xl/styles.xml", self.styles()
        if not self.inline:
            items = "".join(f"<si>{body}</si>" for body in self.strings)
            yield "xl/sharedStrings.xml", (
                f'{self.HEAD}<sst xmlns="{self.MAIN}" count="{len(self.strings)}"'
                f' uniqueCount="{len(self.strings)}">{items}</sst>'
            )

    def write(self):
        """Gives the file."""
        return pack(self.members())


class Ods:
    """Writes an OpenDocument spreadsheet; equal rows and cells next to each other are told once."""

    SPACES = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in [
            ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle"),
        ]
    ) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"

    def __init__(self, sheets, rows_to_end=0):
        self.sheets, self.rows_to_end = sheets, rows_to_end

    @staticmethod
    def paragraphs(text):
        """Gives a text in paragraphs, several blanks as ODF writes them."""
        lines = []
        for line in text.split("\n"):
            body = escape(line).replace("\t", "<text:tab/>").replace("  ", ' <text:s text:c="1"/>')
            lines.append(f"<text:p>{body}</text:p>")
        return "".join(lines)

    def cell(self, cell):
        """Gives attributes and body of a cell."""
        if cell is None:
            return "", ""
        if isinstance(cell, Raw):
            return cell.attributes, cell.body
        if isinstance(cell, Rich):
            runs = "".join(
                f'<text:span text:style-name="T1">{escape(run)}</text:span>' if n % 2 else escape(run)
                for n, run in enumerate(cell.runs)
            )
            return ' office:value-type="string"', f"<text:p>{runs}</text:p>"
        if isinstance(cell, str):
            return ' office:value-type="string"', self.paragraphs(cell)
        if isinstance(cell, Number):
            return f' office:value-type="float" office:value="{cell.text}"', f"<text:p>{cell.text}</text:p>"
        if isinstance(cell, Day):
            value = cell.text.replace(" ", "T") + (":00" if " " in cell.text else "")
            return f' office:value-type="date" office:date-value="{value}"', f"<text:p>{cell.text}</text:p>"
        if isinstance(cell, Truth):
            value = str(cell.value).lower()
            shown = "VERO" if cell.value else "FALSO"
            return f' office:value-type="boolean" office:boolean-value="{value}"', f"<text:p>{shown}</text:p>"
        if isinstance(cell, Fault):
            return ' office:value-type="string" office:string-value=""', f"<text:p>{cell.text}</text:p>"
        formula = f" table:formula={quoteattr('of:=' + cell.text)}"
        if cell.value is None:
            return formula, ""
        attributes, body = self.cell(cell.value)
        return formula + attributes, body

    def row(self, cells, is_hidden, merged):
        """Gives a row; equal cells next to each other once."""
        parts, n = [], 0
        while n < len(cells):
            attributes, body = self.cell(cells[n])
            again = n + 1
            while again < len(cells) and cells[again] == cells[n] and n not in merged and again not in merged:
                again += 1
            if n in merged and merged[n] == 0:
                parts.append("<table:covered-table-cell/>")
                n += 1
                continue
            if n in merged:
                attributes += f' table:number-columns-spanned="{merged[n]}" table:number-rows-spanned="1"'
            if again - n > 1:
                attributes += f' table:number-columns-repeated="{again - n}"'
            parts.append(f"<table:table-cell{attributes}>{body}</table:table-cell>")
            n = again
        # A spreadsheet tells the empty cells up to its last column.
        parts.append(f'<table:table-cell table:number-columns-repeated="{16384 - len(cells)}"/>')
        visible = ' table:visibility="collapse"' if is_hidden else ""
        return visible, "".join(parts)

    @staticmethod
    def merged_of(sheet, number):
        """Gives, by column, how many cells are one in a row; 0 for those that are covered."""
        spans = {}
        for area in sheet.merged:
            first, last = area.split(":")
            if int(first[1:]) == number:
                begin, end = ord(first[0]) - ord("A"), ord(last[0]) - ord("A")
                spans[begin] = end - begin + 1
                spans.update({n: 0 for n in range(begin + 1, end + 1)})
        return spans

    def table(self, sheet):
        """Gives a table; equal rows next to each other once."""
        told = []
        for number, cells in enumerate(sheet.rows, 1):
            row = self.row(cells or [], number in sheet.hidden_rows, self.merged_of(sheet, number))
            if told and told[-1][0] == row:
                told[-1][1] += 1
            else:
                told.append([row, 1])
        rows = "".join(
            f'<table:table-row{visible}{f" table:number-rows-repeated={quoteattr(str(n))}" if n > 1 else ""}>'
            f"{cells}</table:table-row>"
            for (visible, cells), n in told
        )
        if self.rows_to_end:
            rest = self.rows_to_end - len(sheet.rows)
            rows += (
                f'<table:table-row table:number-rows-repeated="{rest}">'
                '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
            )
        style = ' table:style-name="hidden"' if sheet.state == "hidden" else ""
        return (
            f"<table:table table:name={quoteattr(sheet.name)}{style}>"
            f'<table:table-column table:number-columns-repeated="16384"/>{rows}</table:table>'
        )

    def content(self):
        """Gives the part with the tables."""
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {self.SPACES} office:version="1.3">'
            '<office:automatic-styles><style:style style:name="hidden" style:family="table">'
            '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
            f'<office:body><office:spreadsheet>{"".join(self.table(s) for s in self.sheets)}'
            "</office:spreadsheet></office:body></office:document-content>"
        )

    def members(self, content=None):
        """Gives the parts."""
        yield "mimetype", self.MIMETYPE
        yield "content.xml", self.content() if content is None else content
        yield "META-INF/manifest.xml", (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
            ' manifest:version="1.3">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{self.MIMETYPE}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>"
        )

    def write(self):
        """Gives the file."""
        return pack(self.members())


def html_text(rows, title="Estrazione"):
    """Gives the web page that many suppliers' programs save under the name of a workbook."""
    lines = [
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel">', "<head>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
        f"<title>{escape(title)}</title>", "<style>td { mso-number-format:'\\@'; }</style>", "</head>", "<body>",
        '<table border="1">',
    ]
    for n, row in enumerate(rows):
        tag = "th" if n == 0 else "td"
        lines.append("<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>")
    return "\r\n".join(lines + ["</table>", "</body>", "</html>", ""])

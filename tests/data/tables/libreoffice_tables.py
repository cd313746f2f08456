# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""What make-with-libreoffice.sh has LibreOffice write.

    libreoffice_tables.py PIPE FOLDER
"""

import datetime
import sys
import time

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale
from com.sun.star.util import Date

from corpus import HEADER, fees

FILTERS = {
    "xlsx": "Calc MS Excel 2007 XML",
    "ods": "calc8",
    "xls": "MS Excel 97",
    "fods": "OpenDocument Spreadsheet Flat XML",
    "html": "HTML (StarCalc)",
    "csv": "Text - txt - csv (StarCalc)",
}
ITALIAN = Locale("it", "IT", "")
EPOCH = datetime.date(1899, 12, 30)


def connect(pipe):
    """Waits for LibreOffice and gives its desktop."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def properties(**values):
    """Gives the arguments of a call."""
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


class Document:
    """A workbook in the making."""

    def __init__(self, desktop, folder):
        self.folder = folder
        self.doc = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, properties(Hidden=True))
        while self.doc.Sheets.Count > 1:
            self.doc.Sheets.removeByName(self.doc.Sheets.getByIndex(1).Name)
        self.sheet = self.doc.Sheets.getByIndex(0)
        self.epoch = EPOCH

    def add_sheet(self, name):
        """Goes on in a new sheet."""
        self.doc.Sheets.insertNewByName(name, self.doc.Sheets.Count)
        self.sheet = self.doc.Sheets.getByName(name)

    def since_1904(self):
        """Counts days as old Macintosh workbooks do."""
        self.doc.NullDate = Date(1, 1, 1904)
        self.epoch = datetime.date(1904, 1, 1)

    def format(self, code):
        """Gives the key of a number format in Italian."""
        formats = self.doc.NumberFormats
        key = formats.queryKey(code, ITALIAN, False)
        return key if key >= 0 else formats.addNew(code, ITALIAN)

    def put(self, column, row, value, number_format=None):
        """Fills a cell: a text, a number, a day or a formula."""
        cell = self.sheet.getCellByPosition(column, row)
        if isinstance(value, datetime.date):
            cell.Value = (value - self.epoch).days
        elif isinstance(value, (int, float)):
            cell.Value = value
        elif value.startswith("="):
            cell.Formula = value
        else:
            cell.NumberFormat = self.format("@")
            cell.String = value
        if number_format:
            cell.NumberFormat = self.format(number_format)

    def put_fees(self, first, rows, amount="0.##", day="AAAA-MM-GG"):
        """Fills a table of fees, header first."""
        for column, name in enumerate(HEADER):
            self.put(column, first, name)
        for at, row in enumerate(rows, first + 1):
            for column, text in enumerate(row.cells()):
                if column not in (5, 6):
                    self.put(column, at, text)
            self.put(5, at, row.cents / 100, amount)
            self.put(6, at, datetime.date.fromisoformat(row.due), day)

    def merge(self, columns, row):
        """Makes one of the first cells of a row."""
        self.sheet.getCellRangeByPosition(0, row, columns - 1, row).merge(True)

    def hide(self, row):
        """Hides a row."""
        self.sheet.Rows.getByIndex(row).IsVisible = False

    def note(self, column, row, text):
        """Leaves a comment at a cell."""
        address = self.sheet.getCellByPosition(column, row).CellAddress
        self.sheet.Annotations.insertNew(address, text)

    def save(self, name, **more):
        """Writes the file."""
        kind = name.rsplit(".", 1)[1]
        url = uno.systemPathToFileUrl(f"{self.folder}/{name}")
        self.doc.storeToURL(url, properties(FilterName=FILTERS[kind], **more))

    def close(self):
        """Forgets it."""
        self.doc.close(True)


def write_plain(desktop, folder):
    """The same table in all formats, amounts and days written alike everywhere."""
    table = Document(desktop, folder)
    table.sheet.Name = "Rette"
    table.put_fees(0, fees(9), amount=None)
    for kind in ("xlsx", "ods", "xls", "fods", "html"):
        table.save(f"lo-fees.{kind}")
    # Separator, quotation mark, character set (76 UTF-8, 1 Windows-1252, 65535 UTF-16), first row.
    table.save("lo-fees.csv", FilterOptions="59,34,76,1,,1033,false,true,true")
    table.save("lo-fees-windows-1252.csv", FilterOptions="44,34,1,1,,1033,true,true,true")
    table.save("lo-fees-utf16.csv", FilterOptions="9,34,65535,1,,1033,false,true,true")
    table.save("lo-encrypted.ods", Password="segreta")
    # The filter takes the password only in this form.
    secret = tuple(
        NamedValue(name, value)
        for name, value in (("OOXPassword", "segreta"), ("CryptoType", "StrongEncryptionDataSpace"))
    )
    table.save("lo-encrypted.xlsx", EncryptionData=uno.Any("[]com.sun.star.beans.NamedValue", secret))
    table.save("lo-encrypted.xls", Password="segreta")
    table.close()


def write_office(desktop, folder):
    """As an office would have it: a title, euros, a hidden row, a comment, a sum, a second sheet."""
    rows = fees(8, first=3)
    table = Document(desktop, folder)
    table.sheet.Name = "Dicembre"
    table.put(0, 0, "Comune di Esempio - Rette di dicembre")
    table.merge(8, 0)
    table.put_fees(2, rows, amount="#.##0,00 [$€-410]", day="GG/MM/AAAA")
    table.hide(6)
    table.note(3, 4, "Ha cambiato classe a novembre")
    table.put(0, 11, "TOTALE")
    table.put(5, 11, "=SUM(F4:F11)", "#.##0,00 [$€-410]")
    table.add_sheet("Legenda")
    table.put(0, 0, "Le rette sono quelle della delibera 112.")
    for kind in ("xlsx", "ods", "xls"):
        table.save(f"lo-office.{kind}")
    table.save("lo-office.csv", FilterOptions="59,34,1,1,,1040,false,true,true")
    table.close()


def write_1904(desktop, folder):
    """Days counted from 1904."""
    table = Document(desktop, folder)
    table.since_1904()
    table.sheet.Name = "Rette"
    table.put_fees(0, fees(9), amount=None)
    for kind in ("xlsx", "ods", "xls"):
        table.save(f"lo-1904.{kind}")
    table.close()


def write_formulas(desktop, folder):
    """Every kind of value that a formula may have."""
    table = Document(desktop, folder)
    table.sheet.Name = "Rette"
    rows = fees(5)
    table.put_fees(0, rows, amount=None)
    for column, name in enumerate(["PASTI", "COSTO", "NOTE", "PAGA", "FASCIA"], 8):
        table.put(column, 0, name)
    for at, row in enumerate(rows, 1):
        table.put(8, at, row.cents // 50)
        table.put(9, at, 0.5)
        table.put(5, at, f"=I{at + 1}*J{at + 1}")
        table.put(10, at, f'=CONCATENATE("retta di ";E{at + 1})')
        table.put(11, at, f"=F{at + 1}>100", "BOOLEANO")
        table.put(12, at, '=VLOOKUP("X";A1:B2;2;0)' if at == 3 else f"=ROUND(F{at + 1}/100;0)")
    table.doc.calculateAll()
    for kind in ("xlsx", "ods", "xls"):
        table.save(f"lo-formulas.{kind}")
    table.close()


def main():
    desktop = connect(sys.argv[1])
    folder = sys.argv[2]
    write_plain(desktop, folder)
    write_office(desktop, folder)
    write_1904(desktop, folder)
    write_formulas(desktop, folder)
    try:
        desktop.terminate()
    except Exception:  # it may be gone before it has answered
        pass


main()

# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""What must be answered to the files that LibreOffice wrote: libreoffice_tables.py."""

from corpus import FIELDS, HEADER, WORKBOOK, columns, expect, fees, report, same_rows

FORMATS = ("xlsx", "ods", "xls")


def make():
    """Notes them all."""
    rows = fees(9)
    expect("lo-fees.csv", report(rows))
    expect("lo-fees-windows-1252.csv", report(rows, separator=",", encoding="windows-1252"))
    expect("lo-fees-utf16.csv", report(rows, separator="\t", encoding="UTF-16LE"))
    same_rows("libreoffice", "lo-fees.csv", "lo-fees-windows-1252.csv", "lo-fees-utf16.csv")
    for kind in FORMATS:
        about = {**WORKBOOK, "format": kind, "sheet": "Rette"}
        expect(f"lo-fees.{kind}", report(rows, **about))
        expect(f"lo-1904.{kind}", report(rows, **about))
        expect(f"lo-encrypted.{kind}", r"password")
        same_rows("libreoffice", f"lo-fees.{kind}", f"lo-1904.{kind}")
    expect("lo-fees.html", report(rows, format="html", separator=None))
    same_rows("libreoffice", "lo-fees.html")
    expect("lo-fees.fods", report(rows, **{**WORKBOOK, "format": "ods", "sheet": "Rette"}))
    same_rows("libreoffice", "lo-fees.fods")

    rows = fees(8, first=3)
    said = [(1, None, "preamble-rows"), (7, None, "hidden-row"), (12, None, "totals-row")]
    for kind in FORMATS:
        name = f"lo-office.{kind}"
        expect(name, r"“Dicembre”, “Legenda”.*--sheet")
        about = {**WORKBOOK, "format": kind, "sheet": "Dicembre"}
        expect(f"{name}-by-name", report(rows, warnings=said, **about), file=name, arguments=["--sheet", "Dicembre"])
        same_rows("libreoffice-office", [name, ["--sheet", "Dicembre"]])
    expect("lo-office.csv", report(rows, warnings=[said[0], said[2]], encoding="windows-1252"))

    rows = fees(5)
    header = [*HEADER, "PASTI", "COSTO", "NOTE", "PAGA", "FASCIA"]
    for kind in FORMATS:
        about = {**WORKBOOK, "format": kind, "sheet": "Rette"}
        told = report(
            rows, columns_=columns(header, FIELDS + [None] * 5), warnings=[(4, "FASCIA", "cell-error")], **about
        )
        expect(f"lo-formulas.{kind}", told)
        same_rows("libreoffice-formulas", f"lo-formulas.{kind}")

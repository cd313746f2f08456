# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""What spreadsheets, keyboards and people do to values: mended and said, proposed, or refused."""

from corpus import Fee, columns, fees, put, report, table, totals
from people import PEOPLE, notice_number, with_omocodia
from writers import csv_text


def with_values(field, column, values, first=0):
    """Gives fees in which a field has these values, and what is said about each.

    @values are (value, severity, code, proposal): severity "" where nothing is said, "!" where the
    row is lost for it, "?" for a warning.
    """
    rows, sent, said = [], [], {"!": [], "?": []}
    for n, (value, *words) in enumerate(values):
        row = Fee(first + n, **{field: value})
        rows.append(row)
        for severity, *issue in [words] if words and isinstance(words[0], str) else words:
            said[severity].append((n + 2, column, *issue))
        if not any(row_number == n + 2 for row_number, *_ in said["!"]):
            sent.append(row)
    return rows, sent, said


def put_values(name, field, column, values, doubts=(), more_warnings=(), first=0, sent=None):
    """Adds a file of fees in which one field has these values."""
    rows, valid, said = with_values(field, column, values, first)
    put(
        name,
        csv_text(table(rows)).encode(),
        report(
            valid if sent is None else sent(valid), invalid=len(rows) - len(valid), errors=said["!"],
            warnings=said["?"] + list(more_warnings), doubts=doubts,
        ),
    )


def luhn(ten):
    """Gives eleven digits of which the last one is the check digit of VAT numbers."""
    total = 0
    for place, c in enumerate(ten):
        digit = int(c) * (2 if place % 2 else 1)
        total += digit - 9 if digit > 9 else digit
    return f"{ten}{-total % 10}"


def fiscal_codes():
    """Codes as they were typed, copied and scanned."""
    codes = [person.code for person in PEOPLE]
    right = ("?", "repaired-fiscal-code")
    put_values("codes-as-typed.csv", "code", "CODICE FISCALE", [
        (codes[0].lower(), *right),
        (f"{codes[1][:3]} {codes[1][3:6]} {codes[1][6:11]} {codes[1][11:]}", *right),
        (f" {codes[2]}  ",),
        (f"{codes[3]}\u00a0",),
        (f"{codes[4][:6]}\u00a0{codes[4][6:]}", *right),
        (f"{codes[5][:6]}-{codes[5][6:11]}-{codes[5][11:]}", *right),
        (f"'{codes[6]}", *right),
        (f"\u200b{codes[7]}",),
        (f"{codes[8][:8]}\u200b{codes[8][8:]}", *right),
        (codes[9].capitalize(), *right),
    ], sent=lambda rows: [set_code(row, code) for row, code in zip(rows, codes)])

    def guess(code):
        return ("!", "fiscal-code-lookalike", code)

    def swap(n, letter, other):
        assert letter in codes[n]
        return codes[n].replace(letter, other, 1)

    put_values("codes-lookalike.csv", "code", "CODICE FISCALE", [
        (codes[0],),
        (swap(1, "H", "\u041d"), *guess(codes[1])),  # a Cyrillic letter
        (swap(4, "A", "\u0410"), *guess(codes[4])),
        (swap(7, "T", "\u03a4"), *guess(codes[7])),  # a Greek one
        (swap(5, "0", "O"), *guess(codes[5])),  # the letter O for zero
        (swap(16, "0", "o"), *guess(codes[16])),
        (swap(8, "1", "I"), *guess(codes[8])),
        (swap(14, "O", "0") if "O" in codes[14] else swap(10, "S", "5"), *guess(codes[14 if "O" in codes[14] else 10])),
    ])
    wrong = codes[1][:-1] + "K"
    person, company = luhn("1234567200"), luhn("0123456038")
    put_values("codes-wrong.csv", "code", "CODICE FISCALE", [
        (codes[0],),
        (wrong, "?", "check-character"),
        (with_omocodia(codes[2], 2),),
        (codes[3][:15], "!", "fiscal-code-length"),
        (codes[4] + "X", "!", "fiscal-code-in-text", codes[4]),
        (person, "!", "fiscal-code-provisional"),
        (company, "!", "fiscal-code-vat"),
        (company[:10] + str((int(company[10]) + 1) % 10), "!", "fiscal-code-length"),
        ("", "!", "empty"),
        ("non comunicato", "!", "fiscal-code-length"),
        (f"{codes[5]} / {codes[6]}", "!", "fiscal-codes-several"),
        (f"C.F. {codes[7]}", "!", "fiscal-code-in-text", codes[7]),
        (codes[8][:8] + "K" + codes[8][9:], "!", "fiscal-code-shape"),
        ("AAAAAA00A00A000A",),
    ])


def set_code(row, code):
    """Gives a fee with the code that its cell means."""
    row.values["code"] = code
    return row


def notices():
    """Notice numbers that were numbers for a while."""
    rounded = ("!", "notice-number-rounded")
    plain = notice_number(4701)
    put_values("notices-scientific.csv", "notice", "AVVISO", [
        ("3,01011E+17", *rounded), ("3.01E+17", *rounded), ("3,01000000000471E+17", *rounded),
        ("301011100007347000", *rounded), (plain,), ("3,01e17", *rounded),
    ])
    old = notice_number(4702, "001")
    assert old.startswith("001")
    short = notice_number(4703, "010")
    put_values("notices-lost-zeros.csv", "notice", "AVVISO", [
        (notice_number(1),),
        (short[1:], ("?", "repaired-notice-number"), ("?", "notice-number-unusual")),
        (old[2:], ("?", "repaired-notice-number"), ("?", "notice-number-unusual")),
        (notice_number(4713, "010"), "?", "notice-number-unusual"),
        (notice_number(4704)[1:], "!", "notice-number-length"),
        (notice_number(4705)[:-1], "!", "notice-number-length"),
    ])
    put_values("notices-marks.csv", "notice", "AVVISO", [
        (" ".join([plain[:4], plain[4:8], plain[8:12], plain[12:16], plain[16:]]),),
        (notice_number(4706) + "\u00a0",),
        (f"'{notice_number(4707)}", "?", "repaired-notice-number"),
        (f'="{notice_number(4708)}"', "?", "repaired-notice-number"),
        (notice_number(4709) + ",00", "?", "repaired-notice-number"),
        (f"{plain[:6]}-{notice_number(4710)[6:]}", "?", "repaired-notice-number"),
        ("3O1" + notice_number(4711)[3:], "!", "notice-number-lookalike", notice_number(4711)),
        (notice_number(4712)[:-2] + f"{(int(notice_number(4712)) + 1) % 100:02d}", "!", "notice-number-check"),
        ("da definire", "!", "notice-number-shape"),
        ("9" + plain[1:], "!", "notice-number-shape"),
        ("", "!", "missing-field"),
    ])


def dates():
    """Dates that became numbers, or were written in another country."""

    def due(rows):
        for row in rows:
            row.due = "2027-01-31"
        return rows

    mended = ("?", "repaired-date")
    put_values("dates-as-numbers.csv", "due", "SCADENZA", [
        ("46418", *mended), ("46418,0", *mended), ("46418.00", *mended), ("31/01/2027",), ("20270131", *mended),
        ("31012027", *mended), ("4641", "!", "date-unreadable"), ("1234567", "!", "date-unreadable"),
    ], sent=due)
    put_values("dates-two-digit-years.csv", "due", "SCADENZA", [
        ("31/01/27", *mended), ("31-01-27", *mended), ("31.1.27", *mended), ("31-gen-27", *mended),
        ("31 gen '27", *mended), ("31/01/2027",), ("31/01/27 00:00", *mended), ("31/01/99", "!", "date-unreadable"),
        ("27/01/31", "!", "date-ambiguous", "27/01/2031"),
    ], sent=due)
    put_values("dates-american.csv", "due", "SCADENZA", [
        ("01/31/2027", "!", "date-month-first", "31/01/2027"), ("1/31/27", "!", "date-month-first", "31/01/2027"),
        ("31/01/2027",),
    ], doubts=[("dates-month-first", 2)], sent=due)
    put_values("dates-as-written.csv", "due", "SCADENZA", [
        ("31 gennaio 2027",), ("31/1/2027",), ("31.01.2027",), ("2027-01-31",), ("2027-01-31T00:00:00",),
        ("31/01/2027 00:00:00",), ("31-gen-2027",), ("domenica 31 gennaio 2027", *mended),
        ("31/01/2027 12:00:00 AM", *mended), (" 31/01/2027\u00a0",), ("30/02/2027", "!", "date-unreadable"),
        ("31/06/2027", "!", "date-unreadable"), ("fine mese", "!", "date-unreadable"), ("31/01/1027", "!", "date-range"),
        ("", "!", "missing-field"),
    ], sent=due)


def amounts():
    """Amounts with signs, marks and mistakes."""

    def cents(values):
        def change(rows):
            for row, value in zip(rows, values, strict=True):
                row.cents = value
            return rows

        return change

    put_values("amounts-as-written.csv", "amount", "IMPORTO", [
        ("€ 85,50",), ("85,50 €",), ("1.120,00",), ("EUR 62",), ("1'120,00",), ("1\u00a0120,00",), ("1120.00",),
        ("1,120.50",), ("85,5",), ("1.120",), ("85,50 euro",), ("\u00a085,50",), ("85,--", "?", "repaired-amount"),
        ("85,00=", "?", "repaired-amount"), ("012,50",),
    ], sent=cents([8550, 8550, 112000, 6200, 112000, 112000, 112000, 112050, 8550, 112000, 8550, 8550, 8500, 8500, 1250]),
        more_warnings=[(11, "IMPORTO", "amount-maybe-thousandth")])
    no = ("!", "amount-unreadable")
    put_values("amounts-refused.csv", "amount", "IMPORTO", [
        ("85,50",), ("1,234", *no), ("85,505", *no), ("85 euro e 50", *no), ("1,2E+03", *no), ("gratuito", *no),
        ("1.23.456,00", *no), ("12,50,00", *no), ("0,00", "!", "amount-zero"), ("0", "!", "amount-zero"),
        ("-12,00", "!", "amount-range"), ("(12,00)", "!", "amount-range"), ("100.000.000,00", "!", "amount-range"),
        ("", "!", "missing-field"),
    ])
    values = [8550, 6200, 855000, 4800, 8500, 7250, 620000, 9100]
    put_values(
        "amounts-hundredfold.csv", "amount", "IMPORTO", [(f"{v // 100},{v % 100:02d}",) for v in values],
        sent=cents(values), doubts=[("amounts-far-apart", 2)],
        more_warnings=[(4, "IMPORTO", "amount-far-from-neighbours"), (8, "IMPORTO", "amount-far-from-neighbours")],
    )
    values = [8550, 3250, 6275, 4825, 8550, 3250, 13450, 15950, 8550, 4825, 3250, 6275]
    put_values(
        "amounts-in-cents.csv", "amount", "IMPORTO", [(str(v),) for v in values],
        sent=cents([v * 100 for v in values]), doubts=[("amounts-maybe-cents", 12)],
    )
    # From the smallest room to the largest hall: far from each other, and nothing is wrong.
    values = [1200, 2500, 5100, 9900, 21000, 43000, 88000, 150000]
    put_values(
        "amounts-from-small-to-large.csv", "amount", "IMPORTO",
        [(f"{v // 100},{v % 100:02d}",) for v in values], sent=cents(values),
    )


def other_cells():
    """What else is lost between one program and the next."""
    rows = fees(7)
    rows[1].values["amount"] = "#N/D"
    rows[2].values["due"] = "########"
    rows[3].values["code"] = "#RIF!"
    rows[4].values["child"] = "#NOME?"
    rows[5].values["surname"] = "#VALORE!"  # which says nothing about the person
    put(
        "cell-errors.csv",
        csv_text(table(rows)).encode(),
        report(
            [rows[0], rows[5], rows[6]], invalid=4,
            errors=[(3, "IMPORTO", "cell-error"), (4, "SCADENZA", "cell-error"), (5, "CODICE FISCALE", "cell-error"),
                    (6, "ALUNNO", "cell-error")],
        ),
    )
    rows = fees(3)
    rows[1].values["child"] = ("SOFIA FERRARI, iscritta alla scuola primaria di via dei Platani " * 5)[:255]
    put("cell-cut.csv", csv_text(table(rows)).encode(), report(rows, warnings=[(3, "ALUNNO", "maybe-cut")]))
    header = ["CODICE FISCALE", "CAP", "COMUNE"]
    places = [("44121", "Ferrara"), ("118", "Roma"), ("1010", "Torrita"), ("00118", "Roma"), ("", "")]
    put(
        "postcodes.csv",
        csv_text([header] + [[PEOPLE[n].code, *place] for n, place in enumerate(places)]).encode(),
        report(
            5, totals(5), columns(header, ["fiscal_code", None, None]),
            warnings=[(3, "CAP", "repaired-postcode"), (4, "CAP", "postcode-zero", "01010")],
        ),
        template=None,
    )
    # The column has slipped in the middle of the file only: less than half of it, and no chance.
    rows = [Fee(n) for n in range(20)]
    names = [(row.values["surname"], row.values["name"]) for row in rows]
    for n in range(6, 15):
        rows[n].values.update(zip(("surname", "name"), names[n + 1]))
    put(
        "names-slipped-in-part.csv",
        csv_text(table(rows)).encode(),
        report(
            rows, warnings=[(n + 2, "COGNOME", "name-does-not-match") for n in range(6, 15)],
            doubts=[("names-do-not-match", 9)],
        ),
    )


def make():
    """Makes them all."""
    fiscal_codes()
    notices()
    dates()
    amounts()
    other_cells()

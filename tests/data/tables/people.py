# SPDX-FileCopyrightText: 2026 The IO Notifier authors
# SPDX-License-Identifier: EUPL-1.2
"""People who do not exist, whose fiscal codes and notice numbers fit together as real ones do."""

import unicodedata

MONTHS = "ABCDEHLMPRST"
# What a digit, or the letter of the same rank, counts in an odd place.
ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
OMOCODIA = "LMNPQRSTUV"


def letters_of(name):
    """Gives the capital letters of a name, without accents, apostrophes and blanks."""
    plain = unicodedata.normalize("NFD", name.upper()).replace("Ø", "O").replace("ß", "SS")
    return "".join(c for c in plain if "A" <= c <= "Z")


def three_letters(name, is_given_name):
    """Gives the three letters of a surname or a name."""
    letters = letters_of(name)
    consonants = [c for c in letters if c not in "AEIOU"]
    vowels = [c for c in letters if c in "AEIOU"]
    if is_given_name and len(consonants) > 3:
        del consonants[1]
    return ("".join(consonants + vowels) + "XX")[:3]


def check_character(code):
    """Gives the sixteenth character of the fifteen."""
    total = 0
    for place, c in enumerate(code):
        rank = int(c) if c.isdigit() else ord(c) - ord("A")
        total += ODD[rank] if place % 2 == 0 else rank
    return chr(ord("A") + total % 26)


def fiscal_code(surname, name, sex, born, place="D548"):
    """Makes the code of somebody born on a day ("1985-12-10")."""
    year, month, day = (int(part) for part in born.split("-"))
    head = three_letters(surname, False) + three_letters(name, True)
    head += f"{year % 100:02d}{MONTHS[month - 1]}{day + (40 if sex == 'F' else 0):02d}{place}"
    return head + check_character(head)


def with_omocodia(code, places=1):
    """Gives the code as it is where two people would share it: letters for the last digits."""
    head = list(code[:15])
    for place in [14, 13, 12, 10, 9, 7, 6][:places]:
        head[place] = OMOCODIA[int(head[place])]
    return "".join(head) + check_character(head)


def notice_number(n, auxiliary="301"):
    """Makes a notice number: auxiliary digit, segregation code, a number, the check digits."""
    digits = f"{auxiliary}{n:013d}"
    return f"{digits}{int(digits) % 93:02d}"


class Person:
    """Somebody made up."""

    def __init__(self, surname, name, sex, born, place="D548", child="", child_born="2017-03-14"):
        self.surname, self.name, self.child = surname, name, child
        self.code = fiscal_code(surname, name, sex, born, place)
        child_sex = "F" if child.endswith("A") else "M"
        self.child_code = fiscal_code(surname, child, child_sex, child_born) if child else ""


PEOPLE = [
    Person("ROSSI", "MARCO", "M", "1984-02-11", child="TOMMASO"),
    Person("FERRARI", "GIULIA", "F", "1987-09-23", child="SOFIA"),
    Person("D'ANGELO", "NICOLÒ", "M", "1979-05-02", "H501", child="NOÈ"),
    Person("DE LUCA", "MARIA GRAZIA", "F", "1981-12-30", "F205", child="GINEVRA"),
    Person("BIANCHI", "ANDREA", "M", "1975-07-19", "A944", child="LEONARDO"),
    Person("FO", "EVA", "F", "1990-01-08", child="BEATRICE"),
    Person("ZAGO", "UGO", "M", "1972-10-27", "G224", child="MATTIA"),
    Person("MARTINELLI", "CHIARA", "F", "1988-04-15", child="AURORA"),
    Person("LO BIANCO", "GIAN LUCA", "M", "1983-06-21", "G273", child="DIEGO"),
    Person("PALUMBO", "SILVIA", "F", "1977-08-05", child="EMMA"),
    Person("GRECO", "STEFANO", "M", "1986-11-13", "L219", child="LORENZO"),
    Person("SANNA", "ELENA", "F", "1991-03-28", child="VITTORIA"),
    Person("MORETTI", "DAVIDE", "M", "1980-09-09", child="EDOARDO"),
    Person("DALL'OLIO", "FRANCESCA", "F", "1985-05-17", child="GRETA"),
    Person("CONTI", "ROBERTO", "M", "1974-12-04", "D969", child="GABRIELE"),
    Person("VILLA", "PAOLA", "F", "1982-02-26", child="ALESSANDRO"),
    Person("CARUSO", "EMANUELE", "M", "1989-07-07", "F839", child="ALICE"),
    Person("FABBRI", "IRENE", "F", "1978-10-31", child="PIETRO"),
    Person("GATTI", "ENRICO", "M", "1976-04-24", child="MARTINA"),
    Person("AMATO", "CAMILLA", "F", "1992-06-18", "L736", child="FILIPPO"),
]

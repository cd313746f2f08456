/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-recipient-check.h"

#define NOW      G_GINT64_CONSTANT (1790000000) /* 2026-09-21 */
#define ADULT_1  "RSSMRA85T10A562S"             /* Mario Rossi */
#define ADULT_2  "BNCLCU90A41H501W"             /* Luca Bianchi */
#define ADULT_3  "VRDGNN70B02F205O"             /* Gianni Verdi */
#define MINOR_1  "RSSLCU15C10D548V"
#define MINOR_2  "BNCSRA16D50D548Y"
#define WRONG    "RSSMRA85T10A562T"
#define NOTICE_1 "301000000000100020"
#define NOTICE_2 "301000000000100121"
#define NOTICE_3 "301000000000100222"

#define HEADER "CODICE FISCALE;COGNOME;NOME;ALUNNO;MESE;IMPORTO;SCADENZA;AVVISO"

/* A file being checked, and what was said so far: "2 importo amount-unreadable; ". */
typedef struct
{
  IonTemplate *template_;
  IonRecipientCheck *check;
  GPtrArray *issues;
  gint64 row;
} RecipientFixture;

IonTemplate *recipient_fixture_make_template (const char *distinct_by);
void recipient_fixture_init (RecipientFixture *self, const char *header, IonTemplate *template_);
void recipient_fixture_clear (RecipientFixture *self);
IonRecipient *recipient_fixture_add_row (RecipientFixture *self, const char *line);
/* Returns: (transfer full): what is said about @line alone, "!" before an error */
char *recipient_fixture_say (RecipientFixture *self, const char *line);

#define ASSERT_SAYS(line, expected)                           \
  G_STMT_START                                                \
  {                                                           \
    g_autofree char *said = recipient_fixture_say (&f, line); \
    g_assert_cmpstr (said, ==, expected);                     \
  }                                                           \
  G_STMT_END

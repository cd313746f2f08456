/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The words with which Italian offices and their suppliers head their columns. A name that is not
 * here is not guessed at: a wrong column reaches the wrong citizens, a question reaches the office.
 */

#define G_LOG_DOMAIN "ion-domain"

#include "config.h"

#include "ion-column-kind.h"
#include "ion-fields.h"

#include <string.h>

/* Names as ion_field_name_fold() gives them, between blanks. */
static const struct
{
  IonColumnKind kind;
  const char *names;
} words[] = {
  { ION_COLUMN_GIVEN_NAME,
    " nome nomi name firstname givenname vorname nomeintestatario nomeutente nomepagante "
    "nomepagatore nomegenitore nomecontribuente nomedestinatario nomecittadino nomedebitore "
    "nometitolare nomerichiedente " },
  { ION_COLUMN_SURNAME,
    " cognome cognomi surname lastname familyname nachname cognomeintestatario cognomeutente "
    "cognomepagante cognomepagatore cognomegenitore cognomecontribuente cognomedestinatario "
    "cognomecittadino cognomedebitore cognometitolare cognomerichiedente " },
  { ION_COLUMN_FULL_NAME,
    " nominativo cognomenome nomecognome cognomeenome nomeecognome intestatario pagante pagatore "
    "debitore contribuente destinatario cittadino titolare richiedente anagrafica fullname "
    "nominativointestatario nominativopagante nominativogenitore nominativocontribuente " },
  { ION_COLUMN_AMOUNT,
    " importo importi imp importodovuto importodapagare importodaversare importototale "
    "importoeuro importoineuro importoavviso importorata importobollettino importopagamento "
    "totale totaledovuto totaledapagare totaleavviso dovuto totdovuto totdapagare dapagare "
    "daversare ammontare somma euro quota amount betrag " },
  { ION_COLUMN_DUE_DATE,
    " scadenza scad datascadenza datascad dtscadenza datadiscadenza scadenzapagamento "
    "scadenzaavviso scadenzarata datascadenzapagamento datascadenzaavviso entroil pagareentro "
    "pagareentroil dapagareentroil terminepagamento terminedipagamento dataultimopagamento "
    "duedate falligkeit " },
  { ION_COLUMN_NOTICE_NUMBER,
    " avviso codiceavviso codavviso numeroavviso numavviso nravviso navviso noavviso "
    "numerodiavviso codicediavviso avvisopagamento avvisodipagamento codiceavvisopagamento "
    "codiceavvisodipagamento numeroavvisopagamento numeroavvisodipagamento codiceavvisopagopa "
    "numeroavvisopagopa avvisopagopa nav idavviso noticenumber " },
  { ION_COLUMN_PERIOD,
    " mese mensilita periodo meseriferimento mesediriferimento periodoriferimento "
    "periododiriferimento competenza mesecompetenza mesedicompetenza " },
  { ION_COLUMN_PUPIL,
    " alunno alunna alunnoa nomealunno nominativoalunno cognomenomealunno cognomeenomealunno "
    "nomecognomealunno nomeecognomealunno bambino bambinoa nomebambino nominativobambino figlio "
    "figlioa nomefiglio minore nomeminore studente nomestudente iscritto nominativoiscritto "
    "fruitore nominativofruitore " },
};

static const char *const code_prefixes[] = {
  "codicefiscale", "codicefisc", "codfiscale", "codfisc", "cfiscale",
  "cfisc",         "fiscalcode", "taxcode",    "codf",    "cf",
};

/* Whom a fiscal code in the file belongs to: who pays and is written to ... */
#define ADDRESSEES                                                                          \
  " intestatario intestataria pagante pagatore soggettopagatore payer genitore genitore1 "  \
  "genitorepagante padre madre tutore debitore utente contribuente destinatario cittadino " \
  "soggetto proprietario titolare richiedente dichiarante residente persona personafisica " \
  "partitaiva piva opartitaiva "
/* ... or somebody else in the same row ... */
#define OTHERS                                                                              \
  " alunno alunna bambino bambina minore figlio figlia studente iscritto fruitore coniuge " \
  "delegato beneficiario genitore2 cointestatario "
/* ... or no person. */
#define BODIES " ente comune azienda ditta scuola creditore entecreditore "

static gboolean
is_listed (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strstr (list, word); p != NULL; p = strstr (p + 1, word))
    {
      if (p[-1] == ' ' && p[length] == ' ')
        return TRUE;
    }
  return FALSE;
}

static const char *
skip_preposition (const char *word)
{
  static const char *const prepositions[] = { "della", "dello", "dell", "del", "di" };

  for (gsize i = 0; i < G_N_ELEMENTS (prepositions); i++)
    {
      gsize length = strlen (prepositions[i]);

      if (strncmp (word, prepositions[i], length) == 0 && word[length] != '\0')
        return word + length;
    }
  return word;
}

static guint
rate_folded (const char *folded)
{
  for (gsize i = 0; i < G_N_ELEMENTS (code_prefixes); i++)
    {
      const char *rest;

      if (!g_str_has_prefix (folded, code_prefixes[i]))
        continue;
      rest = folded + strlen (code_prefixes[i]);
      if (*rest == '\0')
        return 3;
      rest = skip_preposition (rest);
      if (is_listed (BODIES, rest))
        return 0;
      if (is_listed (ADDRESSEES, rest))
        return 2;
      if (is_listed (OTHERS, rest))
        return 1;
      /* A long beginning is plain enough whatever follows, "cf" is not. */
      if (i < 4)
        return 1;
    }
  return 0;
}

/**
 * ion_column_kind_rate_fiscal_code:
 * @name: a column's name, as the file has it
 *
 * Returns: 0 where the column does not hold people's fiscal codes, 1 where they are of somebody
 *   else than who is written to (a pupil), 2 of the person, 3 where the name says nothing more
 */
guint
ion_column_kind_rate_fiscal_code (const char *name)
{
  g_autofree char *folded = ion_field_name_fold (name);

  return rate_folded (folded);
}

/**
 * ion_column_kind_recognise:
 * @name: the name of a column or of a template's field
 *
 * Returns: what stands in it, %ION_COLUMN_OTHER where the name does not say
 */
IonColumnKind
ion_column_kind_recognise (const char *name)
{
  g_autofree char *folded = ion_field_name_fold (name);

  if (*folded == '\0')
    return ION_COLUMN_OTHER;
  if (rate_folded (folded) > 0)
    return ION_COLUMN_FISCAL_CODE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (is_listed (words[i].names, folded))
        return words[i].kind;
    }
  return ION_COLUMN_OTHER;
}

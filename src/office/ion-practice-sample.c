/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A window without a campaign teaches little: whoever practises finds one that has gone out, with
 * people who were reached and people who were not. Nobody of these exists.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-practice-sample.h"

#include "ion-importer.h"
#include "ion-ledger-campaigns.h"
#include "ion-rows-table.h"
#include "ion-template-catalog.h"

#include <glib/gi18n-lib.h>

#define TEMPLATE "Retta scolastica"
#define DUE_DAYS 30

/* Fiscal code, first name, pupil, amount, notice number. */
static const char *const people[] = {
  "FOXGLI95H54F839T;GIULIA;TOMMASO FO;32,50;301000010000000127",
  "CLMLRA89R53L219J;LAURA;EDOARDO COLOMBO;110,00;301000010000000228",
  "FRRMTN87P53L736I;MARTINA;GABRIELE FERRETTI;85,50;301000010000000329",
  "CPPPLA77L06F839D;PAOLO;MATTIA COPPOLA;32,50;301000010000000430",
  "PRSBBR75R42L219X;BARBARA;TOMMASO PARISI;85,50;301000010000000531",
  "CLMFNC93C48F839F;FRANCESCA;DIEGO COLOMBO;48,00;301000010000000632",
  "RZZFNC81T50D548G;FRANCESCA;DIEGO RIZZI;85,50;301000010000000733",
  "FRRRNI86D49F205H;IRENE;LEONARDO FERRETTI;48,00;301000010000000834",
  "DLCPLA83M19D969Z;PAOLO;VITTORIA DE LUCA;48,00;301000010000000935",
  "CNTMNL75H15A944G;EMANUELE;BEATRICE CONTE;48,00;301000010000001036",
  "RSSVEA98C65L736L;EVA;NOÉMI RUSSO;159,50;301000010000001137",
  "PLLCLL83S53L219P;CAMILLA;TOMMASO PELLEGRINI;62,00;301000010000001238",
  "CTTNMR73P66D969Z;ANNA MARIA;GRETA CATTANEO;110,00;301000010000001339",
  "PLMMNL92D15D548C;EMANUELE;BEATRICE PALUMBO;62,00;301000010000001440",
  "MRNPLA02C64D548G;PAOLA;EMMA MARIANI;110,00;301000010000001541",
  "MRLVNT98A65L736M;VALENTINA;ALESSANDRO MORELLI;85,50;301000010000001642",
  "BRBNDR85P05L219C;ANDREA;TOMMASO BARBIERI;110,00;301000010000001743",
  "LNEMTN81D53L219M;MARTINA;LEONARDO LEONE;85,50;301000010000001844",
  "LNGSFN92B23D548R;STEFANO;MATTIA LONGO;110,00;301000010000001945",
  "RZZPTR70H07A944F;PIETRO;ALESSANDRO RIZZI;159,50;301000010000002046",
  "GLLMRC01L06D548I;MARCO;GINEVRA GALLI;48,00;301000010000002147",
  "LNELRT93R05F205C;ALBERTO;TOMMASO LEONE;48,00;301000010000002248",
  "MZZVNT72P62D548Q;VALENTINA;MATTIA MAZZA;48,00;301000010000002349",
  "MTAGLC98S16D548Q;GIAN LUCA;GINEVRA AMATO;85,50;301000010000002450",
  "MZZFPP77M21F205A;FILIPPO;SOFIA MAZZA;48,00;301000010000002551",
  "MNTCST81P52H501B;CRISTINA;GRETA MONTI;110,00;301000010000002652",
  "MRTMRC88M01D548Z;MARCO;AURORA MORETTI;48,00;301000010000002753",
  "MTAVEA86S68D548N;EVA;GRETA AMATO;62,00;301000010000002854",
  "MSSBBR86E43L736B;BARBARA;AURORA MESSINA;62,00;301000010000002955",
  "GLLLRT96A08D548Y;ALBERTO;AURORA GALLI;110,00;301000010000003056",
  "GRSLNE94M68D548E;ELENA;AURORA GRASSO;85,50;301000010000003157",
  "GRSLRA68R44D969C;LAURA;GABRIELE GRASSO;134,00;301000010000003258",
  "SRRMTN86M57A944T;MARTINA;AURORA SERRA;62,00;301000010000003359",
  "GNTMNL91D26D969A;EMANUELE;EMMA GENTILE;159,50;301000010000003460",
  "GNTMRC90R07L219S;MARCO;TOMMASO GENTILE;134,00;301000010000003561",
  "FOXNDR87P20F205O;ANDREA;MATTIA FO;48,00;301000010000003662",
  "ZGAMRC93E11A390Z;MARCO;GABRIELE ZAGO;62,00;301000010000003763",
  "MRCMGR72T44H501U;MARIA GRAZIA;TOMMASO MARCHETTI;110,00;301000010000003864",
  "GLLVEA79L65F839B;EVA;GINEVRA GALLO;32,50;301000010000003965",
  "GRCNRC02L21L736L;ENRICO;EMMA GRECO;110,00;301000010000004066",
};

static const char *const header[] = {
  "codice fiscale", "nome", "alunno", "importo", "avviso", NULL
};

static IonTable *
make_table (void)
{
  IonRowsTable *table = ion_rows_table_new (header);

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_auto (GStrv) cells = g_strsplit (people[i], ";", -1);

      ion_rows_table_add (table, (const char *const *) cells);
    }
  return ION_TABLE (table);
}

/* Returns: (transfer full) (nullable): the id of the campaign */
static char *
make_campaign (IonOffice *self, const IonDate *today, GError **error)
{
  const IonDate due = ion_date_add_days (today, DUE_DAYS);
  g_autofree char *day = ion_date_format (&due, "it", FALSE);
  g_autofree char *due_pair = g_strconcat ("scadenza=", day, NULL);
  const char *const constants[] = { due_pair, "mese=ottobre", NULL };
  IonNewCampaign campaign = { .service = "practice-01",
                              .name = _ ("Example: school fees"),
                              .valid_only = TRUE };
  g_autoptr (IonTemplate) template_ = ion_office_find_template (self, TEMPLATE, error);
  g_autoptr (IonImporter) importer = NULL;
  g_autoptr (IonTable) table = NULL;

  if (template_ == NULL)
    return NULL;
  importer = ion_importer_new (self, template_);
  table = make_table ();
  ion_importer_set_table (importer, table, _ ("made-up people"));
  ion_importer_set_constants (importer, constants);
  return ion_importer_create (importer, &campaign, NULL, NULL, error);
}

gboolean
ion_office_add_practice_sample (IonOffice *self, const IonDate *today, GError **error)
{
  const IonCampaignStart start = { .tranche = -1 };
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (ION_IS_OFFICE (self), FALSE);

  if (!ion_office_is_practice (self))
    {
      g_set_error_literal (error, ION_OFFICE_ERROR, ION_OFFICE_ERROR_PRACTICE,
                           _ ("Sample data belong into a practice office only."));
      return FALSE;
    }
  campaigns = ion_ledger_list_campaigns (ion_office_get_ledger (self), error);
  if (campaigns == NULL)
    return FALSE;
  if (campaigns->len > 0)
    return TRUE;
  id = make_campaign (self, today, error);
  return id != NULL && ion_ledger_start_campaign (ion_office_get_ledger (self), id, &start, error);
}

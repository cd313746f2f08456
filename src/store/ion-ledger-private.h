/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-campaign-state.h"
#include "ion-db.h"
#include "ion-delivery-state.h"
#include "ion-fields.h"
#include "ion-fiscal-code.h"
#include "ion-ledger.h"
#include "ion-owner.h"
#include "ion-writer.h"

G_BEGIN_DECLS

/* What the files of the ledger share among themselves. */
struct _IonLedger
{
  GObject parent_instance;

  char *folder;      /* (owned) */
  char *file;        /* (owned) */
  char *id;          /* (owned) */
  IonOwner *owner;   /* (owned): this process on this ledger */
  IonWriter *writer; /* (owned) (nullable): NULL once closed */
  IonWriter *pacer;  /* (owned) (nullable): writes the leases, which need no disk */
  IonDb *watch;      /* (owned): tells whether anything was written; under @watch_mutex */
  GQueue readers;    /* (owned) (element-type IonDb): idle ones; under @mutex */
  IonVault *vault;   /* (owned) (nullable): set once; under @mutex */
  GMutex mutex;      /* held for a moment, never while something is read */
  GMutex watch_mutex;
};

/* A connection to read with, for as long as the block lasts. */
typedef struct
{
  IonLedger *ledger;
  IonDb *db; /* NULL: see the error */
} IonReader;

IonReader ion_ledger_read (IonLedger *self, GError **error);
void ion_reader_clear (IonReader *reader);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IonReader, ion_reader_clear)

/* Durable when it answers. */
gboolean ion_ledger_write (IonLedger *self, IonWriteFunc func, gpointer data, GError **error);
/* As above, outside of a transaction. */
gboolean ion_ledger_write_alone (IonLedger *self, IonWriteFunc func, gpointer data, GError **error);
/* FALSE with an error where the ledger was closed. */
gboolean ion_ledger_check_open (IonLedger *self, GError **error);

/* Returns: (transfer none) (nullable): the vault, or ION_STORE_ERROR_LOCKED */
IonVault *ion_ledger_need_vault (IonLedger *self, GError **error);

gint64 ion_ledger_now (void);
char *ion_ledger_get_backups (IonLedger *self);

/* Returns: (transfer full): an id that is short enough to be typed. */
char *ion_ledger_make_id (void);

/* Within a transaction: one line of the journal. */
gboolean ion_journal_add (IonDb *db,
                          const char *action,
                          const char *campaign_id,
                          const char *detail,
                          const char *purpose,
                          GError **error);

/* Within a transaction: what was said about the columns of a template's files; @pairs: (nullable)
 * (array zero-terminated=1): "FIELD=COLUMN" each. */
gboolean ion_template_map_put (IonDb *db,
                               const char *template_name,
                               const char *const *pairs,
                               GError **error);
/* Within a transaction: what the template of that name is now is kept beside what it was. */
gboolean ion_template_version_keep (IonDb *db, const char *name, GError **error);
gboolean
ion_template_map_remove (IonDb *db, const char *template_name, gint64 *n_removed, GError **error);

/* Within a transaction, or while reading. NOT_FOUND where there is no such campaign. */
gboolean ion_campaign_find (IonDb *db,
                            const char *id,
                            gint64 *number,
                            IonCampaignState *state,
                            GError **error);

/* A row's id holds its campaign and its place in the file. */
#define ION_DELIVERY_ROW_BITS 32
#define ION_DELIVERY_ROW_MAX  ((G_GINT64_CONSTANT (1) << ION_DELIVERY_ROW_BITS) - 1)
gint64 ion_delivery_make_id (gint64 campaign, gint64 row);
gint64 ion_delivery_get_row (gint64 id);

/* Seals a person of a list with a few words on who it is. @place: which list, since what is sealed
 * for one does not open in another; @label: (nullable); @person: takes the person's print.
 * Returns: (transfer full) */
GBytes *ion_labelled_person_seal (IonVault *vault,
                                  const char *place,
                                  const char *fiscal_code,
                                  const char *label,
                                  IonPrint *person);
/* Opens one of a query whose columns are the print and what was sealed. */
gboolean ion_labelled_person_open (IonQuery *query,
                                   IonVault *vault,
                                   const char *place,
                                   char **fiscal_code,
                                   char **label,
                                   GError **error);

/* A person as sealed in a row. */
typedef struct
{
  char fiscal_code[17]; /* empty where it could not be read */
  gint64 amount;
  gint64 due_date;
  GBytes *fields; /* (owned) (nullable): as ion_fields_to_bytes() made them */
} IonSealedPerson;

/* Appends what is to be sealed of a person, with the room that its nonce and its tag need; returns
 * how much that is. @fields: (nullable) */
gsize ion_sealed_person_lay_out (GByteArray *to,
                                 const char *fiscal_code,
                                 gint64 amount,
                                 gint64 due_date,
                                 const IonFields *fields);
/* The code of who lies in @room, before they are sealed. */
void ion_sealed_person_peek_code (const guint8 *room, char fiscal_code[ION_FISCAL_CODE_LENGTH + 1]);
/* Seals who lies in the @size bytes of @room, which begins with a nonce (ion_vault_draw()). */
void ion_sealed_person_seal (guint8 *room, gsize size, IonVault *vault, gint64 delivery_id);
gboolean ion_sealed_person_open (IonSealedPerson *person,
                                 IonVault *vault,
                                 gint64 delivery_id,
                                 const void *sealed,
                                 gsize size,
                                 GError **error);
void ion_sealed_person_clear (IonSealedPerson *person);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IonSealedPerson, ion_sealed_person_clear)

/* Fingerprints; each purpose its own. */
void ion_print_person (IonVault *vault, const char *fiscal_code, IonPrint *out);
void ion_print_notice (IonVault *vault,
                       const char *fiscal_code,
                       const char *notice_number,
                       IonPrint *out);

/* Whether there is a row of this person and notice number that has left, or is about to; another
 * than @except. */
gboolean ion_notice_is_held (IonDb *db,
                             const IonPrint *notice,
                             gint64 except,
                             gboolean *is_held,
                             GError **error);

/* Between two transactions of an import or of its removal: the ledger is left to whoever waits for
 * it in another process, where nobody stands in a queue. */
void ion_import_make_way (void);
/* A campaign that is still being filled, and all that was written for it; step by step. */
gboolean ion_import_remove_staged (IonLedger *self, gint64 number, const char *id, GError **error);
/* What dead processes left half-imported. */
gboolean ion_import_remove_leftovers (IonLedger *self, GError **error);

G_END_DECLS

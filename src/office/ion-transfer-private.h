/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-lists.h"
#include "ion-ledger-services.h"
#include "ion-office-transfer.h"

G_BEGIN_DECLS

/* For the files of the transfer only. */

#define ION_TRANSFER_KIND    "io-notifier-office"
#define ION_TRANSFER_VERSION 1

typedef struct
{
  char *key, *value; /* (owned) */
} IonTransferSetting;

typedef struct
{
  char *name;        /* (owned) (nullable): %NULL = the test recipients */
  char *id;          /* (owned) (nullable): of the list that is here already */
  GPtrArray *people; /* (owned) (element-type IonListedPerson) */
} IonTransferList;

struct _IonOfficeTransfer
{
  GPtrArray *settings;  /* (owned) (element-type IonTransferSetting) */
  GPtrArray *services;  /* (owned) (element-type IonService) */
  GPtrArray *templates; /* (owned) (element-type IonTemplate) */
  GPtrArray *lists;     /* (owned) (element-type IonTransferList) */
  GPtrArray *changes;   /* (owned) (element-type utf8) */
};

/* Whether a setting is carried to and from such an office. */
gboolean ion_transfer_carries_setting (IonOffice *office, const char *key);

/* Everything in the file, checked by itself. */
IonOfficeTransfer *ion_transfer_parse (const char *json, gsize length, GError **error);
/* Leaves only what is not so here yet, and says it in @self->changes. */
gboolean ion_transfer_compare (IonOfficeTransfer *self, IonOffice *office, GError **error);

G_END_DECLS

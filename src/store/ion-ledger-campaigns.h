/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-campaign-state.h"
#include "ion-ledger.h"
#include "ion-template.h"

G_BEGIN_DECLS

/* A campaign as the ledger holds it. Times are UTC seconds, 0 = not yet. */
typedef struct
{
  char *id;               /* (owned): short, unique, URL-safe */
  char *name;             /* (owned) */
  char *service_id;       /* (owned) */
  IonTemplate *template_; /* (owned): the snapshot */
  IonCampaignState state;
  char *pause_code;    /* (owned) (nullable): "key-refused", "by-person", "platform-trouble", ... */
  char *pause_detail;  /* (owned) (nullable): the platform's own words */
  gboolean is_test;    /* test messages: only to the office's own list */
  gboolean reach_only; /* running only to ask who can be reached */
  gint64 send_at;      /* not before */
  gint64 tranche_left; /* how many may still be submitted; -1 = all */
  gint64 created_at, started_at, finished_at;
  char *source_name;     /* (owned) (nullable): the file's base name */
  char *accepted_doubts; /* (owned) (nullable): codes, comma separated */
  char *follows_id;      /* (owned) (nullable): campaign it corrects */
  char *purpose;         /* (owned) (nullable) */
  char *draft_id; /* (owned) (nullable): of the draft that it was prepared of, until it begins */
  char *answers;  /* (owned) (nullable): what a person said about the payments */
  gint64 daily_limit; /* so many a day; 0 = the office's limit only */
  gboolean in_hours;  /* sending hours hold though it was sent "now" */
} IonCampaign;

void ion_campaign_free (IonCampaign *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonCampaign, ion_campaign_free)

/* One group of reasons: rows in @state with @code. */
typedef struct
{
  IonDeliveryState state;
  char *code;   /* (owned): "403 Recipient forbidden", "render missing-field" */
  char *detail; /* (owned) (nullable): an example of the detail */
  gint64 count;
} IonReason;
void ion_reason_free (IonReason *self);

/* Accepts an id, a unique prefix of one (>= 4), or a unique name. */
IonCampaign *ion_ledger_get_campaign (IonLedger *self, const char *id_or_name, GError **error);
/* Newest first, without those that are still part of a draft. (element-type IonCampaign) */
GPtrArray *ion_ledger_list_campaigns (IonLedger *self, GError **error);
/* Those that are running, whether to send or only to ask. Newest first. */
GPtrArray *ion_ledger_list_running_campaigns (IonLedger *self, GError **error);
gboolean ion_ledger_count_campaign (IonLedger *self,
                                    const char *id,
                                    IonCampaignCounts *counts,
                                    GError **error);
GPtrArray *ion_ledger_list_reasons (IonLedger *self,
                                    const char *id,
                                    GError **error); /* (element-type IonReason) */
/* Over rows that are pending (or all that were not left out, when nothing is pending). */
gboolean ion_ledger_total_campaign (IonLedger *self,
                                    const char *id,
                                    IonCampaignTotals *totals,
                                    GError **error);

/*
 * Changes of state, checked against the present one (%ION_STORE_ERROR_STATE). Each is a durable
 * transaction and may come from any process; the engine sees it through
 * ion_ledger_get_data_version().
 */
typedef struct
{
  gint64 send_at; /* 0 = now */
  gint64 tranche; /* -1 = all; else so many more submissions */
  gboolean reach_only;
  gint64 daily_limit;  /* so many a day; 0 = as it is (none at first), -1 = none */
  gboolean in_hours;   /* only within the sending hours, from now on */
  const char *answers; /* (nullable): NULL = as they are; journalled */
  const char *purpose; /* (nullable): NULL = as it is: said after the campaign was prepared */
} IonCampaignStart;

/* One that was prepared of a draft ends being one: the draft goes in the same step, and what was
 * said in it (purpose, answers, doubts) is journalled. Not when it only asks who can be reached. */
gboolean ion_ledger_start_campaign (IonLedger *self,
                                    const char *id,
                                    const IonCampaignStart *start,
                                    GError **error);
gboolean ion_ledger_pause_campaign (IonLedger *self,
                                    const char *id,
                                    const char *code,
                                    const char *detail,
                                    GError **error);
gboolean ion_ledger_resume_campaign (IonLedger *self, const char *id, GError **error);
/* Rows still pending become cancelled. */
gboolean ion_ledger_cancel_campaign (IonLedger *self, const char *id, GError **error);
/* Scheduled ones whose time has come become running; running ones without pending or sending rows
 * become done; a used-up tranche pauses ("tranche-done"). Returns how many changed, -1 on error. */
int ion_ledger_advance_campaigns (IonLedger *self, gint64 now, GError **error);
/* Adds to the campaign's counters of calls and 429 answers. */
void ion_ledger_add_calls (IonLedger *self, const char *id, guint calls, guint throttled);

/* Everything stopped for every process (office stop), and let go on. */
gboolean ion_ledger_set_stopped (IonLedger *self, gboolean stopped, GError **error);
gboolean ion_ledger_is_stopped (IonLedger *self);

G_END_DECLS

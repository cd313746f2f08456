/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger-campaigns.h"
#include "ion-office.h"

G_BEGIN_DECLS

/* What waits for a person. */
typedef enum
{
  ION_DECISION_OLDER_COPY,
  ION_DECISION_OVERDUE,     /* a campaign's time passed while nobody was at work */
  ION_DECISION_PAUSED,      /* a campaign stands still; @explanation says why */
  ION_DECISION_UNCERTAIN,   /* @count messages with an unknown outcome */
  ION_DECISION_TO_MEND,     /* @count messages refused, rejected or failed, not long ago */
  ION_DECISION_KEY_REFUSED, /* a service's */
  ION_DECISION_KEY_MISSING, /* a service's */
} IonDecisionKind;

typedef struct
{
  IonDecisionKind kind;
  char *id;   /* (owned) (nullable): of the campaign or service */
  char *name; /* (owned) (nullable): its name */
  gint64 count;
  gint64 at;         /* UTC seconds: when it was due; 0 = no matter */
  char *pause_code;  /* (owned) (nullable) */
  char *explanation; /* (owned) (nullable): a sentence */
} IonDecision;

typedef struct
{
  const IonCampaign *campaign; /* (unowned): the survey's */
  IonCampaignCounts counts;
} IonSurveyedCampaign;

/* How the office stands, for its first page. */
typedef struct
{
  GPtrArray *campaigns; /* (owned) (element-type IonCampaign): all of them, newest first */
  gboolean is_stopped;
  GPtrArray *decisions; /* (owned) (element-type IonDecision): the most urgent first */
  GPtrArray *running;   /* (owned) (element-type IonSurveyedCampaign) */
  GPtrArray *coming;    /* (owned) (element-type IonSurveyedCampaign): the next first */
  GPtrArray *recent;    /* (owned) (element-type IonSurveyedCampaign): five at most, newest first */
  gint64 ends_at; /* UTC seconds: when what runs will have ended, at the office's pace; 0 = nothing
                     runs, or nobody is at work */
  gboolean is_empty; /* neither a campaign nor a draft */
} IonOfficeSurvey;

void ion_office_survey_free (IonOfficeSurvey *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonOfficeSurvey, ion_office_survey_free)

/* From any thread; takes as long as counting the deliveries of unsettled campaigns does. */
IonOfficeSurvey *ion_office_survey (IonOffice *office, GError **error);

/* People who were to get a message: rows without those left out. */
gint64 ion_campaign_counts_wanted (const IonCampaignCounts *counts);
/* Of these, those about whom nothing is left to be sent. */
gint64 ion_campaign_counts_settled (const IonCampaignCounts *counts);
/* Taken by the platform: accepted, delivered, rejected, failed. */
gint64 ion_campaign_counts_taken (const IonCampaignCounts *counts);

G_END_DECLS

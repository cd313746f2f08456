/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office-step.h"
#include "ion-opening-step.h"
#include "ion-recovery-step.h"
#include "ion-service-step.h"
#include "ion-test-step.h"
#include "ion-welcome-doors.h"
#include "ion-welcome-page.h"

G_BEGIN_DECLS

struct _IonWelcomePage
{
  AdwBin parent_instance;

  GtkWidget *back;           /* (unowned) */
  GtkStack *stack;           /* (unowned) */
  GtkLabel *why;             /* (unowned): why it takes its time */
  IonWelcomeDoors *doors;    /* (unowned) */
  IonOfficeStep *office;     /* (unowned) */
  IonRecoveryStep *recovery; /* (unowned) */
  IonServiceStep *service;   /* (unowned) */
  IonTestStep *test;         /* (unowned) */
  IonOpeningStep *opening;   /* (unowned) */

  char *folder; /* (owned) (nullable) */
  gboolean is_practice;
  gboolean has_service;
  IonDesk *desk;       /* (owned) (nullable) */
  char *test_campaign; /* (owned) (nullable) */
  gboolean is_looking;
  GCancellable *cancellable; /* (owned) */
};

/* @step: one of the steps, or the doors */
void ion_welcome_page_show_step (IonWelcomePage *self, gpointer step);
/* Says @error in @step; %FALSE where it only means that the page is gone. */
gboolean ion_welcome_page_complain (gpointer step, const GError *error);
void ion_welcome_page_finish (IonWelcomePage *self);

/* In ion-welcome-first.c: the first service and the first message. */
void ion_welcome_page_service_next_cb (IonWelcomePage *self);
void ion_welcome_page_service_skip_cb (IonWelcomePage *self);
void ion_welcome_page_test_next_cb (IonWelcomePage *self);
void ion_welcome_page_test_skip_cb (IonWelcomePage *self);

G_END_DECLS

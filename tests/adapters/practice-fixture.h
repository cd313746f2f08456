/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-io-platform.h"
#include "ion-practice.h"
#include "wire.h"

G_BEGIN_DECLS

#define KEY       "practice-0123456789"
#define TEST_CODE "AAAAAA00A00A000A"

/* A practice platform, a client of it, and a folder for its book. */
typedef struct
{
  IonPractice *practice;
  IonPlatform *platform;
  char *folder;
  char *book;
} Fixture;

void set_up (Fixture *fixture, gconstpointer user_data);
void tear_down (Fixture *fixture, gconstpointer user_data);
/* @options' book is the fixture's. */
void start (Fixture *fixture, const IonPracticeOptions *options);
/* May be called again; the next start() goes on with the same book. */
void stop (Fixture *fixture);

IonAnswer *submit (Fixture *fixture);
void assert_kind (IonAnswer *answer, IonAnswerKind kind);

/* One call of any address. (transfer full): what came back */
char *ask (Fixture *fixture, const char *method, const char *path, const char *body, guint status);
/* The same, as a POST whose answer does not matter. */
void tell (Fixture *fixture, const char *path, const char *body, guint status);

G_END_DECLS

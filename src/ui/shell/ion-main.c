/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The window's program: everything is in the application.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* No core dump may carry a key or a person; files are for their owner alone. */
static void
harden_process (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
  umask (0077);
}

int
main (int argc, char **argv)
{
  g_autoptr (IonApplication) application = NULL;

  harden_process ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE,
                  g_getenv ("TEXTDOMAINDIR") != NULL ? g_getenv ("TEXTDOMAINDIR") : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = ion_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

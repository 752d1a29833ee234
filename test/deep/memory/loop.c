/*
 * The out-of-memory loop: of each statement, refuses the 1st, 2nd, 3rd … request for memory, and those that follow it in a
 * burst, until the statement succeeds without a refusal.
 *
 *   loop CONTROL-FILE DATABASE STEP <statements
 *
 * A line of the input is NAME, KIND and SQL, separated by tabs. KIND is "warm" (in a transaction that is rolled back),
 * "commit" (by itself), or "cold" (as the first of a new session each time, and rolled back). Of the requests after the 200th
 * only some are tried, fewer the further on; the larger STEP, the more. Prints what went wrong, a line each, and at last the
 * sums as NAME=VALUE.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "libpq-fe.h"

#include "control.h"

static struct control *control;
static const char *database;
static PGconn *session;
static bool is_warmed_up;
static long refusals, failures, survived, other_states, broken, fatal, lost, unclean;

static void no_notice(void *passed, const char *message) {}

static void open_session(void) {
  for (int attempt = 0; attempt < 600; ++attempt) {
    if (session != NULL) PQfinish(session);
    const char *const keys[] = {"dbname", "application_name", NULL}, *const values[] = {database, "loop", NULL};
    session = PQconnectdbParams(keys, values, 0);
    is_warmed_up = false;
    PQsetNoticeProcessor(session, no_notice, NULL);
    if (PQstatus(session) == CONNECTION_OK) return;
    usleep(100000);  /* the server may be starting again */
  }
  fprintf(stderr, "no session: %s", PQerrorMessage(session));
  exit(2);
}

static bool run(const char *sql) {
  PGresult *result = PQexec(session, sql);
  const ExecStatusType status = PQresultStatus(result);
  PQclear(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

static void first_line(const char *text, char *line, size_t size) {
  snprintf(line, size, "%s", text == NULL ? "" : text);
  line[strcspn(line, "\n")] = '\0';
}

/* One line of what went wrong: what, SQLSTATE, message, statement, and which requests were refused. */
static void report(const char *what, const char *state, const char *message, const char *name) {
  printf("%s\t%s\t%s\t%s\t%s %ld to %ld\n", what, state == NULL ? "-" : state, message, name,
         control->chunks ? "chunk" : "block", control->first, control->first + control->burst - 1);
}

/* Runs the statement with its requests `first` … refused. Returns whether none had to be. */
static bool attempt(const char *name, const char *kind, const char *sql, long first, int burst, int chunks) {
  const bool is_cold = strcmp(kind, "cold") == 0, is_undone = is_cold || strcmp(kind, "warm") == 0;
  if (is_cold) open_session();
  if (!is_cold && !is_warmed_up) is_warmed_up = run("BEGIN") && run(sql) && run("ROLLBACK");
  if (is_undone && !run("BEGIN")) open_session(), run("BEGIN");
  control->chunks = chunks, control->burst = burst, control->first = first, control->seen = control->refused = 0;
  control->pid = PQbackendPID(session);
  PGresult *result = PQexec(session, sql);
  control->pid = 0;
  const long refused = control->refused;
  refusals += refused;
  char line[300];
  first_line(PQresultErrorMessage(result), line, sizeof line);
  const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const ExecStatusType status = PQresultStatus(result);
  const bool is_good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
  if (PQstatus(session) != CONNECTION_OK) {
    first_line(PQerrorMessage(session), line, sizeof line);
    const bool is_fatal = strncmp(line, "FATAL", 5) == 0;
    ++*(is_fatal ? &fatal : &lost);
    report(is_fatal ? "fatal" : "lost", state, line, name);
    open_session();
  } else if (is_good) {
    if (refused > 0) ++survived;
  } else {
    ++failures;
    if (refused == 0) ++broken, report("broken", state, line, name);
    else if (state == NULL || strcmp(state, "53200") != 0) ++other_states, report("state", state, line, name);
  }
  PQclear(result);
  if (is_undone && !run("ROLLBACK")) {
    ++unclean;
    first_line(PQerrorMessage(session), line, sizeof line);
    report("unclean", NULL, line, name);
    open_session();
  }
  return refused == 0;
}

static void try_statement(const char *name, const char *kind, const char *sql, long step) {
  const int bursts[] = {1, 5, 40};
  is_warmed_up = false;
  for (int chunks = 0; chunks <= 1; ++chunks)
    for (int k = 0; k < 3; ++k)
      for (long n = 1; !attempt(name, kind, sql, n, bursts[k], chunks);)
        n += n > 200 ? (n - 200) / step + 1 : 1;
  fflush(stdout);
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  const int file = open(argv[1], O_RDWR);
  control = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (control == MAP_FAILED) return 2;
  database = argv[2];
  open_session();
  char *text = NULL;
  size_t size = 0;
  long statements = 0;
  while (getline(&text, &size, stdin) > 0) {
    text[strcspn(text, "\n")] = '\0';
    const char *name = strtok(text, "\t"), *kind = strtok(NULL, "\t"), *sql = strtok(NULL, "");
    if (sql == NULL) continue;
    try_statement(name, kind, sql, atol(argv[3]));
    if (++statements % 50 == 0) fprintf(stderr, "  %ld statements, %ld refusals\n", statements, refusals);
  }
  printf("sum statements=%ld refusals=%ld failures=%ld survived=%ld other_states=%ld broken=%ld fatal=%ld lost=%ld unclean=%ld\n",
         statements, refusals, failures, survived, other_states, broken, fatal, lost, unclean);
  return 0;
}

/*
 * What one call of one user takes: time, memory, time to a cancel, and what it locks. Times are the processor's, of the
 * session's process: other work on the machine does not lengthen them.
 *
 *   load DATABASE <calls     lines of NAME, SUBJECT (an account's id, or - for nobody) and SQL, separated by tabs
 *
 * Prints a line a call: NAME, SQLSTATE (00000 when good), milliseconds, kB of peak memory over that before the call,
 * milliseconds from a cancel to the end (- where the call is too short to be cancelled), table locks that keep writers out,
 * locks left behind.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "libpq-fe.h"

static PGconn *open_session(const char *database) {
  const char *const keys[] = {"dbname", NULL}, *const values[] = {database, NULL};
  PGconn *session = PQconnectdbParams(keys, values, 0);
  if (PQstatus(session) != CONNECTION_OK) fprintf(stderr, "%s", PQerrorMessage(session)), exit(2);
  return session;
}

/* Milliseconds that a process has spent on a processor. */
static double spent_by(int pid) {
  char path[60];
  unsigned long long nanoseconds = 0;
  snprintf(path, sizeof path, "/proc/%d/schedstat", pid);
  FILE *file = fopen(path, "r");
  if (file == NULL || fscanf(file, "%llu", &nanoseconds) != 1) fprintf(stderr, "no %s\n", path), exit(2);
  fclose(file);
  return 1e-6 * (double) nanoseconds;
}

/* A line of /proc/PID/status in kB. */
static long status_of(int pid, const char *name) {
  char path[60], line[200];
  snprintf(path, sizeof path, "/proc/%d/status", pid);
  FILE *file = fopen(path, "r");
  long found = -1;
  while (file != NULL && fgets(line, sizeof line, file) != NULL)
    if (strncmp(line, name, strlen(name)) == 0) found = atol(line + strlen(name) + 1);
  if (file != NULL) fclose(file);
  return found;
}

/* From here on the peak counts anew. */
static bool forget_peak(int pid) {
  char path[60];
  snprintf(path, sizeof path, "/proc/%d/clear_refs", pid);
  FILE *file = fopen(path, "w");
  const bool is_done = file != NULL && fputs("5", file) >= 0;
  return file != NULL && fclose(file) == 0 && is_done;
}

static void no_notice(void *passed, const char *message) {}

static void must(PGconn *session, const char *sql) {
  PGresult *result = PQexec(session, sql);
  if (PQresultStatus(result) != PGRES_COMMAND_OK && PQresultStatus(result) != PGRES_TUPLES_OK)
    fprintf(stderr, "%s: %s", sql, PQerrorMessage(session)), exit(2);
  PQclear(result);
}

static long count(PGconn *session, const char *sql) {
  PGresult *result = PQexec(session, sql);
  const long found = PQresultStatus(result) == PGRES_TUPLES_OK ? atol(PQgetvalue(result, 0, 0)) : -1;
  PQclear(result);
  return found;
}

/* A session in a transaction, as a request of this subject. */
static PGconn *as_request(const char *database, const char *subject) {
  char sql[300];
  PGconn *session = open_session(database);
  PQsetNoticeProcessor(session, no_notice, NULL);
  must(session, "BEGIN");
  if (strcmp(subject, "-") != 0) {
    snprintf(sql, sizeof sql, "SELECT set_config('request.jwt.claims', json_build_object('sub', '%s')::text, true)", subject);
    must(session, sql);
  }
  must(session, "SET LOCAL role = harmony_user");
  return session;
}

/* Milliseconds from a cancel, `after` so many milliseconds of the call, to its end. */
static double cancelled(const char *database, const char *subject, const char *sql, double after) {
  PGconn *session = as_request(database, subject);
  char error[256];
  PQsendQuery(session, sql);
  const int pid = PQbackendPID(session);
  const double begun = spent_by(pid);
  PGcancel *cancel = PQgetCancel(session);
  while (spent_by(pid) < begun + after && PQconsumeInput(session) && PQisBusy(session)) usleep(1000);
  const double start = spent_by(pid);
  PQcancel(cancel, error, sizeof error);
  for (PGresult *result; (result = PQgetResult(session)) != NULL;) PQclear(result);
  const double spent = spent_by(pid) - start;
  PQfreeCancel(cancel);
  PQfinish(session);
  return spent;
}

static void measure(const char *database, PGconn *watch, const char *name, const char *subject, const char *sql) {
  PGconn *session = as_request(database, subject);
  must(session, "SELECT platform.today(), crew.current_vessels()");  /* sessions of a pool have read the catalog */
  const int pid = PQbackendPID(session);
  const long before = forget_peak(pid) ? status_of(pid, "VmRSS") : -1;
  const double start = spent_by(pid);
  PGresult *result = PQexec(session, sql);
  const double spent = spent_by(pid) - start;
  const long peak = status_of(pid, "VmHWM");
  const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  char code[6], query[300];
  snprintf(code, sizeof code, "%s", state == NULL ? "00000" : state);
  if (PQresultStatus(result) == PGRES_FATAL_ERROR && state == NULL) snprintf(code, sizeof code, "lost");
  snprintf(query, sizeof query, "SELECT count(*) FROM pg_locks WHERE pid = %d AND locktype = 'relation' AND mode IN "
           "('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')", pid);
  const long strong = count(watch, query);
  PQclear(result);
  must(session, "ROLLBACK");
  snprintf(query, sizeof query, "SELECT count(*) FROM pg_locks WHERE pid = %d", pid);
  const long left = count(watch, query);
  PQfinish(session);
  printf("%s\t%s\t%.0f\t%ld\t", name, code, spent, before < 0 ? -1 : peak - before);
  if (spent < 100)
    printf("-");
  else
    printf("%.0f", cancelled(database, subject, sql, spent / 2));
  printf("\t%ld\t%ld\n", strong, left);
  fflush(stdout);
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  PGconn *watch = open_session(argv[1]);
  char *text = NULL;
  size_t size = 0;
  while (getline(&text, &size, stdin) > 0) {
    text[strcspn(text, "\n")] = '\0';
    const char *name = strtok(text, "\t"), *subject = strtok(NULL, "\t"), *sql = strtok(NULL, "");
    if (sql != NULL) measure(argv[1], watch, name, subject, sql);
  }
  return 0;
}

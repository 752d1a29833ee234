/*
 * Writers with a ledger outside of the database: each transaction writes a row of table ledger beside its own rows, and once
 * the server has acknowledged the commit, its number goes into the writer's file. What stands in a file may never be missing.
 *
 *   writers FOLDER DATABASE WRITERS
 *
 * While FOLDER/pause exists, no transaction starts; FOLDER/gate is locked (shared) while one runs. Ends when FOLDER/end exists.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "libpq-fe.h"

static const char *folder, *database;

static bool there_is(const char *name) {
  char path[400];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return access(path, F_OK) == 0;
}

static int open_in(const char *name, int flags) {
  char path[400];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  const int file = open(path, flags | O_CREAT, 0644);
  if (file < 0) perror(path), exit(2);
  return file;
}

static void no_notice(void *passed, const char *message) {}

static PGconn *connect_again(PGconn *old) {
  if (old != NULL) PQfinish(old);
  const char *const keys[] = {"dbname", "application_name", NULL}, *const values[] = {database, "writer", NULL};
  PGconn *session = PQconnectdbParams(keys, values, 0);
  PQsetNoticeProcessor(session, no_notice, NULL);
  return session;
}

/* One call in one transaction; whether the server has acknowledged it. */
static bool commit(PGconn *session, int writer, long number) {
  char sql[200];
  snprintf(sql, sizeof sql, "SELECT write_one(%d, %ld)", writer, number);
  PGresult *result = PQexec(session, sql);
  const bool is_done = PQresultStatus(result) == PGRES_TUPLES_OK;
  const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  /* 57P01 to 57P03: the server ends or starts; 40001, 40P01: try again */
  if (!is_done && PQstatus(session) == CONNECTION_OK && state != NULL && strncmp(state, "57P", 3) != 0 && strncmp(state, "40", 2) != 0)
    fprintf(stderr, "writer %d: %s", writer, PQresultErrorMessage(result));
  PQclear(result);
  return is_done;
}

static void write_rows(int writer) {
  char name[30], line[30];
  snprintf(name, sizeof name, "acknowledged.%d", writer);
  const int ledger = open_in(name, O_WRONLY | O_APPEND), gate = open_in("gate", O_RDWR);
  PGconn *session = NULL;
  for (long number = 1; !there_is("end");) {
    if (there_is("pause")) {
      usleep(2000);
      continue;
    }
    flock(gate, LOCK_SH);
    if (session == NULL || PQstatus(session) != CONNECTION_OK) session = connect_again(session);
    if (PQstatus(session) == CONNECTION_OK) {
      if (commit(session, writer, number)) {
        const int size = snprintf(line, sizeof line, "%d %ld\n", writer, number);
        if (write(ledger, line, size) != size) exit(2);
      }
      ++number;  /* one that was not acknowledged may have been committed: its number is not used again */
      flock(gate, LOCK_UN);
    } else {
      flock(gate, LOCK_UN);
      usleep(50000);
    }
  }
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  folder = argv[1], database = argv[2];
  for (int writer = 1; writer <= atoi(argv[3]); ++writer)
    if (fork() == 0) {
      write_rows(writer);
      _exit(0);
    }
  while (wait(NULL) > 0) {}
  return 0;
}

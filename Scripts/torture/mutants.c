// Two mutants of the program for Scripts/torture: loaded before it, so that the product has no such switch.
//
//   WENGU_MUTANT=normal        the database runs with synchronous=NORMAL, whatever it is told
//   WENGU_MUTANT=acknowledge   what a commit writes to the log reaches the file only after the answer was printed

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <unistd.h>

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;

static int is(const char *mutant) {
  const char *wanted = getenv("WENGU_MUTANT");
  return wanted && strcmp(wanted, mutant) == 0;
}

static const char *changed(const char *sql) {
  if (!is("normal") || !sql) return sql;
  if (strncmp(sql, "PRAGMA synchronous = FULL", 25) == 0) return "PRAGMA synchronous = NORMAL";
  if (strcmp(sql, "PRAGMA synchronous") == 0) return "SELECT 2";
  return sql;
}

#define PREPARE(name, parameters, arguments)                                        \
  int name parameters {                                                             \
    static int(*real) parameters;                                                   \
    if (!real) real = (int(*) parameters)dlsym(RTLD_NEXT, #name);                   \
    const char *other = changed(sql);                                               \
    if (other == sql) return real arguments;                                        \
    const char *end = tail && *tail ? sql + strlen(sql) : sql + strlen(sql);        \
    sql = other;                                                                    \
    length = -1;                                                                    \
    int code = real arguments;                                                      \
    if (tail) *tail = end;                                                          \
    return code;                                                                    \
  }

PREPARE(sqlite3_prepare_v2, (sqlite3 * db, const char *sql, int length, sqlite3_stmt **statement, const char **tail),
        (db, sql, length, statement, tail))
PREPARE(sqlite3_prepare_v3,
        (sqlite3 * db, const char *sql, int length, unsigned flags, sqlite3_stmt **statement, const char **tail),
        (db, sql, length, flags, statement, tail))

// The writes to the log that wait for the answer.
static struct {
  int descriptor;
  off_t offset;
  size_t length;
  void *bytes;
} waiting[4096];
static int count, isSynced = -1;

static int isLog(int descriptor) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path);
  return length > 4 && memcmp(path + length - 4, "-wal", 4) == 0;
}

static ssize_t (*realWrite)(int, const void *, size_t, off_t);
static int (*realSync)(int);

static void catchUp(void) {
  for (int index = 0; index < count; index++) {
    realWrite(waiting[index].descriptor, waiting[index].bytes, waiting[index].length, waiting[index].offset);
    free(waiting[index].bytes);
  }
  count = 0;
  if (isSynced >= 0) realSync(isSynced);
  isSynced = -1;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off_t offset) {
  if (!realWrite) realWrite = dlsym(RTLD_NEXT, "pwrite64");
  if (!is("acknowledge") || !isLog(descriptor) || count == 4096) return realWrite(descriptor, bytes, length, offset);
  void *copy = malloc(length);
  memcpy(copy, bytes, length);
  waiting[count].descriptor = descriptor;
  waiting[count].offset = offset;
  waiting[count].length = length;
  waiting[count++].bytes = copy;
  return length;
}

int fdatasync(int descriptor) {
  if (!realSync) realSync = dlsym(RTLD_NEXT, "fdatasync");
  if (!is("acknowledge") || !isLog(descriptor)) {
    if (count) catchUp();
    return realSync(descriptor);
  }
  isSynced = descriptor;
  return 0;
}

ssize_t pread64(int descriptor, void *bytes, size_t length, off_t offset) {
  static ssize_t (*real)(int, void *, size_t, off_t);
  if (!real) real = dlsym(RTLD_NEXT, "pread64");
  if (count && isLog(descriptor)) catchUp();
  return real(descriptor, bytes, length, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
  static ssize_t (*real)(int, const void *, size_t);
  if (!real) real = dlsym(RTLD_NEXT, "write");
  ssize_t result = real(descriptor, bytes, length);
  if (count && descriptor == 1) catchUp();
  return result;
}

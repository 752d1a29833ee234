/*
 * Preloaded into a server: refuses memory at a chosen moment. A driver outside of the server (loop.c) writes into the file
 * DEEP_CONTROL, which every process has mapped, which process is meant, the number of the first request to refuse and how
 * many of them. Counted are the requests to the C library, from where blocks of memory contexts and C++'s operator new come;
 * where `chunks` is set, also every request to a memory context, since a small statement needs few new blocks.
 */
#include "postgres.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "miscadmin.h"
#include "nodes/memnodes.h"
#include "utils/memutils.h"

#include "control.h"

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static struct control *control;
static MemoryContextMethods server_methods;
static bool hooked;

__attribute__((constructor)) static void map_control(void) {
  const char *path = getenv("DEEP_CONTROL");
  int file = path == NULL ? -1 : open(path, O_RDWR | O_CLOEXEC);
  void *mapped = file < 0 ? MAP_FAILED : mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (file >= 0) close(file);
  if (mapped != MAP_FAILED) control = mapped;
  unsetenv("LD_PRELOAD");  // programs that the server starts lack what this library takes from it
}

static bool refused(void) {
  if (control == NULL || control->pid == 0 || control->pid != getpid()) return false;
  const long number = ++control->seen;
  if (number < control->first || number >= control->first + control->burst) return false;
  ++control->refused;
  errno = ENOMEM;
  return true;
}

/*
 * Not in ErrorContext, which keeps room for reports, nor while interrupts are held off: there the server undoes a transaction
 * or holds a lock. What it asks for then comes out of blocks that it has; refused all the same, it ends in a PANIC of its own.
 */
static bool refused_chunk(MemoryContext context) {
  return control->chunks && context != ErrorContext && InterruptHoldoffCount == 0 && refused();
}

static void *context_alloc(MemoryContext context, Size size) {
  return refused_chunk(context) ? NULL : server_methods.alloc(context, size);
}

static void *context_realloc(MemoryContext context, void *chunk, Size size) {
  return refused_chunk(context) ? NULL : server_methods.realloc(context, chunk, size);
}

/* The server lists its contexts at each refusal: thousands of lines that say nothing here. */
static void no_stats(MemoryContext context, MemoryStatsPrintFunc print, void *passed, MemoryContextCounters *totals,
                     bool to_stderr) {}

/* All contexts of the usual kind share one constant table of methods. */
static void hook_contexts(void) {
  if (TopMemoryContext == NULL) return;
  hooked = true;
  MemoryContextMethods *methods = (MemoryContextMethods *) TopMemoryContext->methods;
  server_methods = *methods;
  const uintptr_t page = (uintptr_t) sysconf(_SC_PAGESIZE), start = (uintptr_t) methods / page * page;
  if (mprotect((void *) start, (uintptr_t) (methods + 1) - start, PROT_READ | PROT_WRITE) != 0) return;
  methods->alloc = context_alloc;
  methods->realloc = context_realloc;
  methods->stats = no_stats;
}

void *malloc(size_t size) {
  if (control != NULL && !hooked) hook_contexts();
  return refused() ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size) { return refused() ? NULL : __libc_calloc(n, size); }

void *realloc(void *block, size_t size) { return refused() ? NULL : __libc_realloc(block, size); }

void *memalign(size_t alignment, size_t size) { return refused() ? NULL : __libc_memalign(alignment, size); }

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size) {
  void *made = memalign(alignment, size);
  if (made == NULL) return ENOMEM;
  *block = made;
  return 0;
}

/* Linked with -z initfirst and preloaded in front of AddressSanitizer, whose start hangs in the server without it. */
#include <stdlib.h>

__attribute__((constructor)) static void first(void) {
  void *volatile block = malloc(1);
  free(block);
}

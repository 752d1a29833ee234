/* What an agent's month costs at the least: a number of xoshiro256++ (Blackman and Vigna 2021), a comparison, what the agent has learnt,
   and the sum of its work, without anyone leaving. AGENTS MONTHS ITERATIONS; prints milliseconds of processor time. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint64_t s[4];

static uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static uint64_t next(void) {
  const uint64_t result = rotate(s[0] + s[3], 23) + s[0], t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate(s[3], 45);
  return result;
}

int main(int argc, char **argv) {
  if (argc < 4) return 1;
  const int agents = atoi(argv[1]), months = atoi(argv[2]), iterations = atoi(argv[3]);
  unsigned char *learnt = calloc((size_t)agents, 1);
  double *output = malloc((size_t)agents * sizeof *output), busy[10], work = 0;
  const uint64_t below = (uint64_t)(0.16166 * 18446744073709551616.0);
  for (int k = 0; k < 10; ++k) busy[k] = k < 5 ? 1 : k < 9 ? 0.5 : 0.3;
  struct timespec from, to;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
  for (int m = 0; m < iterations; ++m) {
    s[0] = (uint64_t)m + 1, s[1] = 2, s[2] = 3, s[3] = 4;
    for (int i = 0; i < agents; ++i) learnt[i] = 0, output[i] = 1;
    for (int t = 0; t < months; ++t)
      for (int i = 0; i < agents; ++i) {
        learnt[i] += (next() < below) & (learnt[i] < 9);
        work += busy[learnt[i]] * output[i];
      }
  }
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
  fprintf(stderr, "%g\n", work); /* so that it is computed */
  printf("%.3f\n", (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6);
  return 0;
}

/* What loop.c tells refuse.c, in a file that both map; zero at first. */
#pragma once

struct control {
  volatile int pid;       /* the process that is meant; 0: none */
  volatile int chunks;    /* also count requests to memory contexts */
  volatile int burst;     /* how many requests to refuse */
  volatile long first;    /* number of the first, from 1 */
  volatile long seen;     /* requests so far */
  volatile long refused;  /* of these */
};

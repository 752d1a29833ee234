#!/bin/sh
# The out-of-memory loop of test/deep/memory.sh over the calls in which it once ended the server: a report that was copied
# without memory, one whose context was gone, a matrix that was left half-written, a
# destructor that asked for memory.
MEMORY_ONLY='anova|cluster_robust|jwt_verify|run_script|module_file|bare_(outer|sql)|digest' MEMORY_STEP=1 MEMORY_LEAST=1000
export MEMORY_ONLY MEMORY_STEP MEMORY_LEAST
exec sh test/deep/memory.sh

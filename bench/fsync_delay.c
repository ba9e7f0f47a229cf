/* A slower disk for one process (LD_PRELOAD): every fsync and fdatasync takes FSYNC_DELAY_MS
 * milliseconds longer than it does. FSYNC_DELAY_MS=-1 leaves the call out altogether, a disk that
 * costs nothing. FSYNC_COUNT_FILE, if set, receives the number of calls at exit. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double delay_ms;
static atomic_long calls;
static int (*real_fsync)(int), (*real_fdatasync)(int);

__attribute__((constructor)) static void load(void)
{
    const char *given = getenv("FSYNC_DELAY_MS");
    delay_ms = given ? atof(given) : 0;
    real_fsync = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
}

__attribute__((destructor)) static void report(void)
{
    const char *path = getenv("FSYNC_COUNT_FILE");
    FILE *file = path && calls ? fopen(path, "w") : NULL;
    if (file) {
        fprintf(file, "%ld\n", atomic_load(&calls));
        fclose(file);
    }
}

static int slowly(int (*sync)(int), int fd)
{
    atomic_fetch_add(&calls, 1);
    if (delay_ms < 0)
        return 0;
    int result = sync(fd);
    if (delay_ms > 0) {
        long ns = (long)(delay_ms * 1e6);
        struct timespec left = {ns / 1000000000, ns % 1000000000};
        while (nanosleep(&left, &left))
            ;
    }
    return result;
}

int fsync(int fd) { return slowly(real_fsync, fd); }
int fdatasync(int fd) { return slowly(real_fdatasync, fd); }

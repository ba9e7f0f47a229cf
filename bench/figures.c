/* What was measured, and its JSON. */
#include "driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static double cpu_seconds(void)
{
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return u.ru_utime.tv_sec + u.ru_stime.tv_sec + (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

void figures_open(struct figures *f, const struct options *o)
{
    size_t bytes = o->count * sizeof(int64_t);
    memset(f, 0, sizeof *f);
    f->count = o->count;
    f->sent_at = malloc(bytes);
    f->relay_after = malloc(bytes);
    f->receipt_after = malloc(bytes);
    f->last_of_patron = malloc(o->patrons * sizeof(long));
    if (!f->sent_at || !f->relay_after || !f->receipt_after || !f->last_of_patron)
        die("out of memory");
    memset(f->relay_after, 0xff, bytes);
    memset(f->receipt_after, 0xff, bytes);
    memset(f->last_of_patron, 0xff, o->patrons * sizeof(long));
}

void figures_begin(struct figures *f)
{
    f->began = now_ns();
    f->cpu_before = cpu_seconds();
}

static bool record(struct figures *f, int64_t *after, long *arrived, long seq)
{
    if (seq < 0 || seq >= f->sent)
        return false;
    if (after[seq] >= 0) {
        f->duplicates++;
        return false;
    }
    after[seq] = now_ns() - f->sent_at[seq];
    ++*arrived;
    return true;
}

bool figures_needs_both(const struct options *o)
{
    return o->expect == EXPECT_RELAY || (o->expect == EXPECT_REFLECTION && o->librarians > 0);
}

void figures_relay(struct figures *f, const struct options *o, long seq)
{
    if (!record(f, f->relay_after, &f->relays, seq))
        return;
    long *last = &f->last_of_patron[seq % o->patrons];
    f->disorder += seq < *last;
    *last = seq;
    f->done += !figures_needs_both(o) || f->receipt_after[seq] >= 0;
}

void figures_receipt(struct figures *f, const struct options *o, long seq)
{
    if (figures_needs_both(o) && record(f, f->receipt_after, &f->receipts, seq))
        f->done += f->relay_after[seq] >= 0;
}

static int by_value(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static void print_latency(const char *name, const int64_t *after, long count, long arrived)
{
    if (!arrived)
        return;
    int64_t *sorted = malloc(count * sizeof *sorted);
    memcpy(sorted, after, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_value);
    const int64_t *a = sorted + (count - arrived); /* -1 (never came) sorts first */
    printf(", \"%s_ms\": {\"p50\": %.3f, \"p90\": %.3f, \"p99\": %.3f, \"max\": %.3f}", name,
           a[arrived / 2] / 1e6, a[arrived * 9 / 10] / 1e6, a[arrived * 99 / 100] / 1e6,
           a[arrived - 1] / 1e6);
    free(sorted);
}

void figures_print(const struct figures *f, const struct options *o, const char *mode)
{
    double seconds = (f->ended - f->began) / 1e9;
    printf("{\"event\": \"result\", \"mode\": \"%s\", \"messages\": %ld, \"done\": %ld, "
           "\"relays\": %ld, \"receipts\": %ld, \"duplicates\": %ld, \"disorder\": %ld, "
           "\"errors\": %ld, \"window\": %ld, \"rate\": %.0f, \"seconds\": %.4f, "
           "\"per_second\": %.1f, \"driver_cpu\": %.3f",
           mode, f->count, f->done, f->relays, f->receipts, f->duplicates, f->disorder, f->errors,
           o->window, o->rate, seconds, f->done / seconds,
           (cpu_seconds() - f->cpu_before) / seconds);
    print_latency("relay", f->relay_after, f->count, f->relays);
    print_latency("receipt", f->receipt_after, f->count, f->receipts);
    puts("}");
    fflush(stdout);
}

void print_event(const char *name, long value)
{
    printf("{\"event\": \"%s\", \"t\": %.6f, \"value\": %ld}\n", name, now_ns() / 1e9, value);
    fflush(stdout);
}

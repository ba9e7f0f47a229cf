/* What the parts of the load driver share. */
#ifndef BENCH_DRIVER_H
#define BENCH_DRIVER_H

#include "wire.h"

enum expect { EXPECT_RELAY, EXPECT_ECHO, EXPECT_REFLECTION };
enum warm { WARM_NONE, WARM_ASK, WARM_CLAIM };

struct options {
    const char *host, *secret;
    const char *domain;      /* the component under load */
    const char *desk;        /* local part of the address that patrons write to */
    const char *load_domain; /* where patrons and librarians live */
    const char *room;        /* for `muc`: the room's address */
    int port;
    long count, window, patrons, librarians;
    double rate;    /* messages a second in the open loop; 0: closed loop */
    double timeout; /* seconds without any progress */
    enum expect expect;
    enum warm warm;
    bool hold; /* stay connected after the result until standard input ends */
};

/* --- figures.c: one record a timed message --------------------------------------------------- */

struct figures {
    long count, sent, done;
    long relays, receipts, duplicates, disorder, errors;
    int64_t *sent_at, *relay_after, *receipt_after; /* ns; -1 when not there */
    long *last_of_patron;
    int64_t began, ended;
    double cpu_before;
};

void figures_open(struct figures *f, const struct options *o);
void figures_begin(struct figures *f);
/* Whether a message is complete only when relay and receipt have arrived. */
bool figures_needs_both(const struct options *o);
void figures_relay(struct figures *f, const struct options *o, long seq);
void figures_receipt(struct figures *f, const struct options *o, long seq);
void figures_print(const struct figures *f, const struct options *o, const char *mode);
void print_event(const char *name, long value);

/* --- roles.c: patrons and librarians ----------------------------------------------------------- */

enum phase { AWAIT_TARGET, WARMING, SETTLING, TIMED, ENDING, FINISHED };

struct load {
    const struct options *o;
    struct wire *wire;
    struct figures figures;
    enum phase phase;
    long asked, warmed;
    char *patron_warm, *alias_claimed;
    long alias_room;
    int64_t last_ping;
};

void load_open(struct load *load, const struct options *o, struct wire *wire);
/* Sends what is due now; returns when it next wants to be called (ns), 0 for "on input". */
int64_t load_pump(struct load *load);
void load_stanza(struct load *load, struct slice stanza);

void run_raw(const struct options *o);

#endif

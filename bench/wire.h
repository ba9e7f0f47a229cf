/* One XML stream over TCP: buffers, a scanner for whole stanzas, the XEP-0114 hash. No DOM. */
#ifndef BENCH_WIRE_H
#define BENCH_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define COMPONENT_NS "jabber:component:accept"
#define STREAM_NS "http://etherx.jabber.org/streams"

/* A piece of the input buffer; valid until the next wire_read(). */
struct slice {
    const char *at;
    size_t len;
};

struct buffer {
    char *data;
    size_t begin, end, room;
};

struct wire {
    int fd;
    struct buffer in, out;
    size_t scanned; /* how far into `in` the scanner has looked */
    int depth;      /* open elements below the stream root at that place */
};

void wire_open(struct wire *wire, int fd);
/* Takes what the socket has; false when the peer has closed. */
bool wire_read(struct wire *wire);
/* Writes what the socket accepts; true when nothing is left. */
bool wire_flush(struct wire *wire);
void wire_print(struct wire *wire, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The next whole stanza, or the stream header, or the stream's end tag. */
bool wire_next(struct wire *wire, struct slice *stanza);
/* For readers that look for ends by themselves: all unread input, and what they are done with. */
struct slice wire_unread(const struct wire *wire);
void wire_consume(struct wire *wire, size_t len);

int tcp_listen(int port, int *bound_port);
int tcp_connect(const char *host, int port);
void tcp_tune(int fd);

/* An attribute of the stanza's first tag; empty when it is not there. */
struct slice attribute(struct slice stanza, const char *name);
/* From `needle` to the stanza's end; empty when it is not there. */
struct slice find(struct slice stanza, const char *needle);
bool starts(struct slice slice, const char *prefix);
bool equals(struct slice slice, const char *text);
/* The first run of decimal digits, or -1. */
long number_in(struct slice slice);
#define SLICE(s) (int)(s).len, (s).at

/* XEP-0114 section 3: hex of SHA-1 over stream id and secret. */
void handshake_digest(struct slice stream_id, const char *secret, char hex[41]);
/* Component side of XEP-0114, blocking until the server has accepted. */
void component_login(struct wire *wire, const char *domain, const char *secret);

int64_t now_ns(void);
void die(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

#endif

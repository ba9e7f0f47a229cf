/* One XML stream over TCP: buffers, a scanner for whole stanzas. See wire.h. */
#define _GNU_SOURCE
#include "wire.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 1 << 16 };

void die(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("driver: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    exit(1);
}

int64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

/* --- buffers ------------------------------------------------------------------------------ */

static void reserve(struct buffer *b, size_t more)
{
    if (b->begin == b->end)
        b->begin = b->end = 0;
    if (b->room - b->end >= more)
        return;
    memmove(b->data, b->data + b->begin, b->end - b->begin);
    b->end -= b->begin;
    b->begin = 0;
    if (b->room - b->end >= more)
        return;
    b->room = b->room * 2 + more;
    b->data = realloc(b->data, b->room);
    if (!b->data)
        die("out of memory");
}

void wire_open(struct wire *wire, int fd)
{
    memset(wire, 0, sizeof *wire);
    wire->fd = fd;
    tcp_tune(fd);
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

bool wire_read(struct wire *wire)
{
    struct buffer *b = &wire->in;
    for (;;) {
        size_t looked = wire->scanned - b->begin; /* reserve() may move everything */
        reserve(b, CHUNK);
        wire->scanned = b->begin + looked;
        size_t room = b->room - b->end;
        ssize_t got = recv(wire->fd, b->data + b->end, room, 0);
        if (got > 0) {
            b->end += got;
            if ((size_t)got < room)
                return true;
        } else if (got < 0 && errno == EINTR) {
            continue;
        } else {
            return got < 0 && errno == EAGAIN;
        }
    }
}

bool wire_flush(struct wire *wire)
{
    struct buffer *b = &wire->out;
    while (b->begin < b->end) {
        ssize_t put = send(wire->fd, b->data + b->begin, b->end - b->begin, MSG_NOSIGNAL);
        if (put > 0)
            b->begin += put;
        else if (errno == EAGAIN)
            return false;
        else if (errno != EINTR)
            die("the peer closed the connection: %s", strerror(errno));
    }
    return true;
}

void wire_print(struct wire *wire, const char *format, ...)
{
    for (size_t room = 1024;; room *= 2) {
        reserve(&wire->out, room);
        va_list args;
        va_start(args, format);
        size_t len = vsnprintf(wire->out.data + wire->out.end, room, format, args);
        va_end(args);
        if (len < room) {
            wire->out.end += len;
            return;
        }
    }
}

struct slice wire_unread(const struct wire *wire)
{
    return (struct slice){wire->in.data + wire->in.begin, wire->in.end - wire->in.begin};
}

void wire_consume(struct wire *wire, size_t len)
{
    wire->in.begin += len;
    wire->scanned = wire->in.begin;
    wire->depth = 0;
}

/* --- the scanner -------------------------------------------------------------------------- */

static bool is_stream_tag(const char *tag)
{
    return !memcmp(tag, "<stream:stream", 14) || !memcmp(tag, "</stream:strea", 14);
}

bool wire_next(struct wire *wire, struct slice *stanza)
{
    struct buffer *b = &wire->in;
    for (;;) {
        char *end = b->data + b->end;
        char *open = memchr(b->data + wire->scanned, '<', end - (b->data + wire->scanned));
        if (!open)
            return false;
        if (wire->depth == 0) /* white space between stanzas is keep-alive */
            b->begin = wire->scanned = open - b->data;
        /* Both servers and slixmpp write '>' in attribute values as an entity. */
        char *close = memchr(open, '>', end - open);
        if (!close)
            return false;
        wire->scanned = close + 1 - b->data;
        bool is_header = wire->depth == 0 && close - open > 13 && is_stream_tag(open);
        if (open[1] == '?') {
            continue;
        } else if (open[1] == '/') {
            wire->depth--;
        } else if (close[-1] != '/') {
            wire->depth++;
        }
        if (is_header)
            wire->depth = 0;
        if (wire->depth == 0) {
            *stanza = (struct slice){b->data + b->begin, wire->scanned - b->begin};
            b->begin = wire->scanned;
            return true;
        }
    }
}

struct slice find(struct slice s, const char *needle)
{
    char *at = s.len ? memmem(s.at, s.len, needle, strlen(needle)) : NULL;
    return at ? (struct slice){at, s.at + s.len - at} : (struct slice){"", 0};
}

struct slice attribute(struct slice stanza, const char *name)
{
    char key[32];
    char *close = memchr(stanza.at, '>', stanza.len);
    struct slice tag = {stanza.at, close ? (size_t)(close - stanza.at) : stanza.len};
    size_t len = snprintf(key, sizeof key, " %s=", name);
    struct slice value = find(tag, key);
    if (value.len < len + 2)
        return (struct slice){"", 0};
    char quote = value.at[len];
    value = (struct slice){value.at + len + 1, value.len - len - 1};
    char *last = memchr(value.at, quote, value.len);
    return last ? (struct slice){value.at, last - value.at} : (struct slice){"", 0};
}

bool starts(struct slice s, const char *prefix)
{
    size_t len = strlen(prefix);
    return s.len >= len && !memcmp(s.at, prefix, len);
}

bool equals(struct slice s, const char *text)
{
    return s.len == strlen(text) && starts(s, text);
}

long number_in(struct slice s)
{
    size_t i = 0;
    while (i < s.len && (s.at[i] < '0' || s.at[i] > '9'))
        i++;
    if (i == s.len)
        return -1;
    long value = 0;
    for (; i < s.len && s.at[i] >= '0' && s.at[i] <= '9'; i++)
        value = value * 10 + (s.at[i] - '0');
    return value;
}

/* --- sockets ------------------------------------------------------------------------------ */

void tcp_tune(int fd)
{
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

int tcp_listen(int port, int *bound_port)
{
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(port)};
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t len = sizeof here;
    int on = 1, fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&here, sizeof here) || listen(fd, 8))
        die("cannot listen on port %d: %s", port, strerror(errno));
    getsockname(fd, (struct sockaddr *)&here, &len);
    *bound_port = ntohs(here.sin_port);
    return fd;
}

int tcp_connect(const char *host, int port)
{
    struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (inet_pton(AF_INET, host, &there.sin_addr) != 1)
        die("not an IPv4 address: %s", host);
    if (connect(fd, (struct sockaddr *)&there, sizeof there))
        die("cannot connect to %s:%d: %s", host, port, strerror(errno));
    return fd;
}

static struct slice await_stanza(struct wire *wire)
{
    struct slice stanza;
    while (!wire_next(wire, &stanza)) {
        struct pollfd readable = {wire->fd, POLLIN, 0};
        poll(&readable, 1, 1000);
        if (!wire_read(wire))
            die("the server closed the connection");
    }
    return stanza;
}

void component_login(struct wire *wire, const char *domain, const char *secret)
{
    char hex[41];
    wire_print(wire, "<?xml version='1.0'?><stream:stream xmlns='" COMPONENT_NS
                     "' xmlns:stream='" STREAM_NS "' to='%s'>", domain);
    wire_flush(wire);
    handshake_digest(attribute(await_stanza(wire), "id"), secret, hex);
    wire_print(wire, "<handshake>%s</handshake>", hex);
    wire_flush(wire);
    struct slice answer = await_stanza(wire);
    if (!starts(answer, "<handshake"))
        die("%s was refused: %.*s", domain, SLICE(answer));
}

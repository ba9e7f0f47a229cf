/* The least IRC server that biboumi talks to: a client is in one channel; PRIVMSG goes to the others
 * there and is counted.
 * Prints one JSON line with its port, and at SIGTERM one with what it counted and its own CPU time
 * (so that it can be seen not to be the bottleneck). */
#define _GNU_SOURCE
#include "wire.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MAX_CLIENTS = 64 };

struct client {
    struct wire wire;
    char nick[64], channel[64];
    bool welcomed, has_user;
};

static struct client clients[MAX_CLIENTS];
static struct pollfd polled[MAX_CLIENTS + 1];
static long privmsgs;
static volatile sig_atomic_t stopping;

static void on_term(int signal) { (void)signal, stopping = 1; }

static void welcome(struct client *c)
{
    if (c->welcomed || !c->has_user || !c->nick[0])
        return;
    c->welcomed = true;
    wire_print(&c->wire,
               ":bench 001 %s :Welcome\r\n:bench 002 %s :Your host is bench\r\n"
               ":bench 003 %s :Created now\r\n:bench 004 %s bench 1 o n\r\n"
               ":bench 005 %s CHANTYPES=# NICKLEN=60 PREFIX=(ov)@+ :are supported\r\n"
               ":bench 422 %s :No MOTD\r\n",
               c->nick, c->nick, c->nick, c->nick, c->nick, c->nick);
}

/* The same line to everybody else in the channel. */
static void tell_others(struct client *c, struct slice line)
{
    for (int i = 0; i < MAX_CLIENTS; i++) {
        struct client *other = &clients[i];
        if (polled[i + 1].fd < 0 || other == c || strcmp(other->channel, c->channel))
            continue;
        wire_print(&other->wire, ":%s!u@h %.*s\r\n", c->nick, SLICE(line));
    }
}

static void join(struct client *c, struct slice channel, struct slice line)
{
    snprintf(c->channel, sizeof c->channel, "%.*s", SLICE(channel));
    tell_others(c, line);
    wire_print(&c->wire,
               ":%s!u@h JOIN :%.*s\r\n:bench 353 %s = %.*s :@%s\r\n"
               ":bench 366 %s %.*s :End of NAMES\r\n",
               c->nick, SLICE(channel), c->nick, SLICE(channel), c->nick, c->nick, SLICE(channel));
}

static struct slice first_word(const char *at, const char *end)
{
    const char *stop = at;
    while (stop < end && *stop != ' ')
        stop++;
    return (struct slice){at, stop - at};
}

static void on_line(struct client *c, const char *line, const char *end)
{
    struct slice verb = first_word(line, end);
    const char *rest = verb.at + verb.len + (verb.at + verb.len < end);
    struct slice arg = first_word(rest, end);
    struct slice whole = {line, end - line};
    if (equals(verb, "PRIVMSG")) {
        privmsgs++;
        tell_others(c, whole);
    } else if (equals(verb, "PING")) {
        wire_print(&c->wire, ":bench PONG bench %.*s\r\n", (int)(end - rest), rest);
    } else if (equals(verb, "CAP")) {
        if (equals(arg, "LS"))
            wire_print(&c->wire, ":bench CAP * LS :\r\n");
    } else if (equals(verb, "NICK")) {
        snprintf(c->nick, sizeof c->nick, "%.*s", SLICE(arg));
        welcome(c);
    } else if (equals(verb, "USER")) {
        c->has_user = true;
        welcome(c);
    } else if (equals(verb, "JOIN")) {
        join(c, arg, whole);
    } else if (equals(verb, "MODE")) {
        wire_print(&c->wire, ":bench 324 %s %.*s +n\r\n", c->nick, SLICE(arg));
    }
}

static void on_input(struct client *c)
{
    struct slice unread = wire_unread(&c->wire);
    const char *at = unread.at, *end = unread.at + unread.len, *newline;
    while (at < end && (newline = memchr(at, '\n', end - at))) {
        on_line(c, at, newline > at && newline[-1] == '\r' ? newline - 1 : newline);
        at = newline + 1;
    }
    wire_consume(&c->wire, at - unread.at);
}

/* False when the client has gone. */
static bool serve(struct client *c, struct pollfd *ready)
{
    bool open = !(ready->revents & ~POLLOUT) || wire_read(&c->wire);
    on_input(c);
    return open;
}

static void flush_all(void)
{
    for (int i = 1; i <= MAX_CLIENTS; i++)
        if (polled[i].fd >= 0)
            polled[i].events = wire_flush(&clients[i - 1].wire) ? POLLIN : POLLIN | POLLOUT;
}

static void add_client(int listener)
{
    int slot = 1;
    while (slot <= MAX_CLIENTS && polled[slot].fd >= 0)
        slot++;
    int fd = accept(listener, NULL, NULL);
    if (fd < 0 || slot > MAX_CLIENTS)
        return;
    memset(&clients[slot - 1], 0, sizeof clients[0]);
    wire_open(&clients[slot - 1].wire, fd);
    polled[slot] = (struct pollfd){fd, POLLIN, 0};
}

static void print_count(void)
{
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    printf("{\"event\": \"counted\", \"privmsgs\": %ld, \"cpu_seconds\": %.3f}\n", privmsgs,
           u.ru_utime.tv_sec + u.ru_stime.tv_sec + (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6);
}

int main(int argc, char **argv)
{
    int port;
    struct sigaction term = {.sa_handler = on_term};
    sigaction(SIGTERM, &term, NULL);
    for (int i = 1; i <= MAX_CLIENTS; i++)
        polled[i].fd = -1;
    polled[0] = (struct pollfd){tcp_listen(argc > 1 ? atoi(argv[1]) : 0, &port), POLLIN, 0};
    printf("{\"event\": \"listening\", \"value\": %d}\n", port);
    fflush(stdout);
    while (!stopping && poll(polled, MAX_CLIENTS + 1, -1) >= 0) {
        if (polled[0].revents)
            add_client(polled[0].fd);
        for (int i = 1; i <= MAX_CLIENTS; i++) {
            if (polled[i].fd < 0 || !polled[i].revents)
                continue;
            if (!serve(&clients[i - 1], &polled[i])) {
                close(polled[i].fd);
                polled[i].fd = -1;
            }
        }
        flush_all();
    }
    print_count();
    return 0;
}

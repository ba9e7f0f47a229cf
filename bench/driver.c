/* The load driver: server | through | muc | raw | self. Usage: bench/README.md. One JSON object a line
 * on standard output: listening, handshake, target, half, warm, result, holding; `t` is CLOCK_MONOTONIC in seconds. */
#define _GNU_SOURCE
#include "driver.h"

#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct option LONG[] = {
    {"host", 1, 0, 'h'},        {"port", 1, 0, 'p'},     {"secret", 1, 0, 's'},
    {"domain", 1, 0, 'd'},      {"desk", 1, 0, 'D'},     {"load-domain", 1, 0, 'L'},
    {"room", 1, 0, 'R'},        {"count", 1, 0, 'n'},    {"window", 1, 0, 'w'},
    {"patrons", 1, 0, 'k'},     {"librarians", 1, 0, 'l'}, {"rate", 1, 0, 'r'},
    {"timeout", 1, 0, 't'},     {"expect", 1, 0, 'e'},   {"warm", 1, 0, 'W'},
    {"hold", 0, 0, 'H'},        {0, 0, 0, 0},
};

static int word(const char *given, const char *const words[])
{
    for (int i = 0; words[i]; i++)
        if (!strcmp(given, words[i]))
            return i;
    die("not understood: %s", given);
}

static struct options parse(int argc, char **argv)
{
    struct options o = {
        .host = "127.0.0.1", .secret = "secret", .domain = "ref.localhost", .desk = "ask",
        .load_domain = "load.localhost", .room = "#bench%127.0.0.1@biboumi.localhost",
        .count = 20000, .window = 200, .patrons = 100, .librarians = 10, .timeout = 30,
    };
    for (int c; (c = getopt_long(argc, argv, "", LONG, NULL)) != -1;) {
        switch (c) {
        case 'h': o.host = optarg; break;
        case 'p': o.port = atoi(optarg); break;
        case 's': o.secret = optarg; break;
        case 'd': o.domain = optarg; break;
        case 'D': o.desk = optarg; break;
        case 'L': o.load_domain = optarg; break;
        case 'R': o.room = optarg; break;
        case 'n': o.count = atol(optarg); break;
        case 'w': o.window = atol(optarg); break;
        case 'k': o.patrons = atol(optarg); break;
        case 'l': o.librarians = atol(optarg); break;
        case 'r': o.rate = atof(optarg); break;
        case 't': o.timeout = atof(optarg); break;
        case 'e': o.expect = word(optarg, (const char *const[]){"relay", "echo", "reflection", 0}); break;
        case 'W': o.warm = word(optarg, (const char *const[]){"none", "ask", "claim", 0}); break;
        case 'H': o.hold = true; break;
        default: exit(2);
        }
    }
    return o;
}

/* --- the two ways to a component ------------------------------------------------------------------ */

/* Plays the server (XEP-0114): any hash is right. */
static void accept_component(struct wire *wire, const struct options *o, int listener)
{
    struct slice stanza;
    int fd = accept(listener, NULL, NULL), epoll = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN};
    if (fd < 0)
        die("accept failed");
    close(listener);
    wire_open(wire, fd);
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
    for (;;) {
        epoll_wait(epoll, &event, 1, -1);
        if (!wire_read(wire))
            die("the component hung up before its handshake");
        while (wire_next(wire, &stanza)) {
            if (starts(stanza, "<stream:stream"))
                wire_print(wire, "<?xml version='1.0'?><stream:stream xmlns='" COMPONENT_NS
                                 "' xmlns:stream='" STREAM_NS "' id='bench' from='%s'>", o->domain);
            else if (starts(stanza, "<handshake")) {
                wire_print(wire, "<handshake/>");
                wire_flush(wire);
                close(epoll);
                print_event("handshake", 0);
                return;
            }
            wire_flush(wire);
        }
    }
}

/* --- the loop --------------------------------------------------------------------------------------- */

struct loop {
    int epoll, timer;
    bool wants_write;
};

static void loop_open(struct loop *loop, int fd)
{
    struct epoll_event socket = {.events = EPOLLIN, .data.fd = fd};
    loop->epoll = epoll_create1(EPOLL_CLOEXEC);
    loop->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    loop->wants_write = false;
    struct epoll_event timer = {.events = EPOLLIN, .data.fd = loop->timer};
    epoll_ctl(loop->epoll, EPOLL_CTL_ADD, fd, &socket);
    epoll_ctl(loop->epoll, EPOLL_CTL_ADD, loop->timer, &timer);
    prctl(PR_SET_TIMERSLACK, 1); /* the open loop's clock should be good to some microseconds */
}

static void loop_arm(struct loop *loop, int64_t at)
{
    struct itimerspec when = {.it_value = {at / 1000000000, at % 1000000000}};
    timerfd_settime(loop->timer, TFD_TIMER_ABSTIME, &when, NULL);
}

static void loop_flush(struct loop *loop, struct wire *wire)
{
    bool wants_write = !wire_flush(wire);
    if (wants_write == loop->wants_write)
        return;
    struct epoll_event event = {.events = EPOLLIN | (wants_write ? EPOLLOUT : 0), .data.fd = wire->fd};
    epoll_ctl(loop->epoll, EPOLL_CTL_MOD, wire->fd, &event);
    loop->wants_write = wants_write;
}

static long progress_of(const struct load *load)
{
    return load->phase * 1000000000L + load->warmed + load->figures.relays + load->figures.receipts;
}

static bool run_load(struct load *load)
{
    struct wire *wire = load->wire;
    struct loop loop;
    struct epoll_event events[4];
    struct slice stanza;
    int64_t moved = now_ns();
    long progress = -1;
    loop_open(&loop, wire->fd);
    while (load->phase != FINISHED) {
        loop_arm(&loop, load_pump(load));
        loop_flush(&loop, wire);
        int n = epoll_wait(loop.epoll, events, 4, 250);
        for (int i = 0; i < n; i++) {
            uint64_t ticks;
            if (events[i].data.fd == loop.timer && read(loop.timer, &ticks, sizeof ticks) < 0)
                continue;
            if (events[i].data.fd == wire->fd && (events[i].events & ~EPOLLOUT) && !wire_read(wire))
                die("the peer closed the connection");
        }
        while (wire_next(wire, &stanza))
            load_stanza(load, stanza);
        if (progress != progress_of(load)) {
            progress = progress_of(load);
            moved = now_ns();
        } else if (now_ns() - moved > load->o->timeout * 1e9) {
            fprintf(stderr, "driver: no progress in phase %d (warm %ld of %ld)\n", load->phase,
                    load->warmed, load->o->patrons);
            load->figures.ended = moved;
            return false;
        }
    }
    return true;
}

/* Answers pings and probes, and acknowledges, until standard input ends. */
static void hold(struct load *load)
{
    struct epoll_event event = {.events = EPOLLIN, .data.fd = STDIN_FILENO};
    struct slice stanza;
    struct loop loop;
    loop_open(&loop, load->wire->fd);
    epoll_ctl(loop.epoll, EPOLL_CTL_ADD, STDIN_FILENO, &event);
    print_event("holding", load->warmed);
    for (;;) {
        loop_flush(&loop, load->wire);
        epoll_wait(loop.epoll, &event, 1, -1);
        if (event.data.fd == STDIN_FILENO || !wire_read(load->wire))
            return;
        while (wire_next(load->wire, &stanza))
            load_stanza(load, stanza);
    }
}

static int run(const struct options *o, struct wire *wire, const char *mode)
{
    struct load load;
    load_open(&load, o, wire);
    bool complete = run_load(&load);
    figures_print(&load.figures, o, mode);
    if (complete && o->hold)
        hold(&load);
    return complete ? 0 : 1;
}

static int run_server(const struct options *o, int listener, const char *mode)
{
    struct wire wire;
    accept_component(&wire, o, listener);
    return run(o, &wire, mode);
}

static int run_through(const struct options *o, const char *mode)
{
    struct wire wire;
    wire_open(&wire, tcp_connect(o->host, o->port));
    component_login(&wire, o->load_domain, o->secret);
    return run(o, &wire, mode);
}

/* Driver against the raw component with nothing between: the ceiling of what can be measured. */
static int run_self(struct options *o)
{
    int listener = tcp_listen(0, &o->port);
    pid_t child = fork();
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        close(listener);
        run_raw(o);
        _exit(0);
    }
    int code = run_server(o, listener, "self");
    kill(child, SIGTERM);
    waitpid(child, NULL, 0);
    return code;
}

int main(int argc, char **argv)
{
    static const char *const MODES[] = {"server", "through", "muc", "raw", "self", 0};
    if (argc < 2)
        die("usage: driver server|through|muc|raw|self [options], see bench/README.md");
    int mode = word(argv[1], MODES);
    struct options o = parse(argc - 1, argv + 1);
    if (mode == 0) {
        int port, listener = tcp_listen(o.port, &port);
        print_event("listening", port);
        return run_server(&o, listener, MODES[mode]);
    }
    if (mode == 2)
        o.expect = EXPECT_REFLECTION;
    if (mode == 1 || mode == 2)
        return run_through(&o, MODES[mode]);
    if (mode == 4)
        return run_self(&o);
    run_raw(&o);
    return 0;
}

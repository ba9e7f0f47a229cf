/* The people of the load: patrons who ask, librarians who claim and acknowledge, and (when the
 * driver plays the server) the server that answers pings. */
#include "driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RECEIPTS "urn:xmpp:receipts"
#define QUESTION "Where do I find the 1926 volume of the city directory, and may I copy from it?"

enum { WARM_WINDOW = 64 };
static const int64_t MS = 1000000, PING_EVERY = 50 * 1000000LL;

void load_open(struct load *load, const struct options *o, struct wire *wire)
{
    memset(load, 0, sizeof *load);
    load->o = o;
    load->wire = wire;
    load->patron_warm = calloc(o->patrons, 1);
    load->alias_room = o->patrons * 4 + 1024;
    load->alias_claimed = calloc(load->alias_room, 1);
    if (!load->patron_warm || !load->alias_claimed)
        die("out of memory");
    figures_open(&load->figures, o);
}

/* --- what is sent ----------------------------------------------------------------------------- */

static void send_ping(struct load *load, const char *id)
{
    wire_print(load->wire,
               "<iq type='get' from='p0@%s/phone' to='%s' id='%s'><ping xmlns='urn:xmpp:ping'/></iq>",
               load->o->load_domain, load->o->domain, id);
    load->last_ping = now_ns();
}

static void send_presences(struct load *load)
{
    const struct options *o = load->o;
    for (long i = 1; i <= o->librarians; i++)
        wire_print(load->wire, "<presence from='lib%ld@%s/desk' to='%s@%s'/>", i, o->load_domain,
                   o->desk, o->domain);
}

static void send_join(struct load *load, const char *who, long number, const char *resource)
{
    wire_print(load->wire,
               "<presence from='%s%ld@%s/%s' to='%s/%s%ld'>"
               "<x xmlns='http://jabber.org/protocol/muc'/></presence>",
               who, number, load->o->load_domain, resource, load->o->room, who, number);
}

static void send_joins(struct load *load)
{
    for (long i = 0; i < load->o->patrons; i++)
        send_join(load, "p", i, "phone");
    for (long i = 1; i <= load->o->librarians; i++)
        send_join(load, "lib", i, "desk");
}

static void send_question(struct load *load, long patron)
{
    const struct options *o = load->o;
    wire_print(load->wire,
               "<message from='p%ld@%s/phone' to='%s@%s' type='chat' id='w-%ld'>"
               "<body>%s (%ld)</body><request xmlns='" RECEIPTS "'/></message>",
               patron, o->load_domain, o->desk, o->domain, patron, QUESTION, patron);
}

static void send_timed(struct load *load, int64_t intended)
{
    const struct options *o = load->o;
    struct figures *f = &load->figures;
    long seq = f->sent++, patron = seq % o->patrons;
    f->sent_at[seq] = intended;
    if (o->expect == EXPECT_REFLECTION)
        wire_print(load->wire,
                   "<message from='p%ld@%s/phone' to='%s' type='groupchat' id='m-%08ld'>"
                   "<body>m-%08ld " QUESTION "</body></message>",
                   patron, o->load_domain, o->room, seq, seq);
    else
        wire_print(load->wire,
                   "<message from='p%ld@%s/phone' to='%s@%s' type='chat' id='m-%08ld'>"
                   "<body>m-%08ld " QUESTION "</body><request xmlns='" RECEIPTS "'/></message>",
                   patron, o->load_domain, o->desk, o->domain, seq, seq);
}

/* Answers a message's receipt request in the name of the address it came to. */
static void send_received(struct load *load, struct slice stanza, const char *resource)
{
    static unsigned long n;
    struct slice from = attribute(stanza, "from"), to = attribute(stanza, "to");
    struct slice id = attribute(stanza, "id");
    const char *slash = memchr(to.at, '/', to.len);
    if (slash)
        to.len = slash - to.at;
    wire_print(load->wire,
               "<message from='%.*s/%s' to='%.*s' type='chat' id='k-%lu'>"
               "<received xmlns='" RECEIPTS "' id='%.*s'/></message>",
               SLICE(to), resource, SLICE(from), n++, SLICE(id));
}

/* --- the phases --------------------------------------------------------------------------------- */

static void begin_warming(struct load *load)
{
    const struct options *o = load->o;
    print_event("target", 0);
    load->phase = WARMING;
    if (o->expect == EXPECT_REFLECTION)
        send_joins(load);
    else if (o->warm != WARM_NONE)
        send_presences(load);
    load_pump(load);
}

static void begin_timed(struct load *load)
{
    print_event("warm", load->warmed);
    load->phase = TIMED;
    figures_begin(&load->figures);
    load_pump(load);
}

static void end_timed(struct load *load)
{
    load->phase = ENDING; /* the answer proves that the component has read all that was sent to it */
    send_ping(load, "end");
}

static long warm_goal(const struct load *load)
{
    if (load->o->expect == EXPECT_REFLECTION)
        return load->o->patrons + load->o->librarians;
    return load->o->warm != WARM_NONE ? load->o->patrons : 0;
}

static void pump_warming(struct load *load)
{
    if (load->o->warm != WARM_NONE)
        while (load->asked < load->o->patrons && load->asked - load->warmed < WARM_WINDOW)
            send_question(load, load->asked++);
    if (load->warmed < warm_goal(load))
        return;
    load->phase = SETTLING;
    send_ping(load, "settled");
}

static int64_t pump_timed(struct load *load)
{
    const struct options *o = load->o;
    struct figures *f = &load->figures;
    int64_t now = now_ns();
    if (o->rate <= 0) {
        while (f->sent < f->count && f->sent - f->done < o->window)
            send_timed(load, now);
        return 0;
    }
    int64_t due = f->began + (int64_t)(f->sent * 1e9 / o->rate);
    while (f->sent < f->count && due <= now) {
        send_timed(load, due); /* late or not, latency counts from when it should have gone */
        due = f->began + (int64_t)(f->sent * 1e9 / o->rate);
    }
    return f->sent < f->count ? due : 0;
}

int64_t load_pump(struct load *load)
{
    int64_t now = now_ns();
    switch (load->phase) {
    case AWAIT_TARGET:
        if (now - load->last_ping >= PING_EVERY)
            send_ping(load, "up");
        return now + PING_EVERY;
    case WARMING:
        pump_warming(load);
        return now + 100 * MS;
    case TIMED:
        if (load->figures.done == load->figures.count)
            end_timed(load);
        return pump_timed(load);
    default:
        return 0;
    }
}

/* --- what arrives ------------------------------------------------------------------------------- */

static void patron_is_warm(struct load *load, long patron)
{
    if (patron < 0 || patron >= load->o->patrons || load->patron_warm[patron])
        return;
    load->patron_warm[patron] = 1;
    load->warmed++;
    if (load->warmed * 2 == load->o->patrons)
        print_event("half", load->warmed);
}

/* The first librarian who is offered an alias's question takes it. */
static void claim(struct load *load, struct slice stanza)
{
    struct slice alias = attribute(stanza, "from"), me = attribute(stanza, "to");
    long number = starts(alias, "patron-") ? number_in(alias) : -1;
    if (number < 0 || number >= load->alias_room || load->alias_claimed[number])
        return;
    load->alias_claimed[number] = 1;
    const char *slash = memchr(me.at, '/', me.len);
    wire_print(load->wire,
               "<message from='%.*s/desk' to='%.*s' type='chat' id='c-%ld'>"
               "<body>claimed: with you in a moment.</body></message>",
               slash ? (int)(slash - me.at) : (int)me.len, me.at, SLICE(alias), number);
}

static void on_librarian_message(struct load *load, struct slice stanza)
{
    struct slice id = attribute(stanza, "id");
    if (starts(id, "m-")) {
        send_received(load, stanza, "desk");
        figures_relay(&load->figures, load->o, number_in(id));
        return;
    }
    if (find(stanza, "<request").len)
        send_received(load, stanza, "desk");
    if (load->phase == WARMING && load->o->warm == WARM_CLAIM && find(stanza, "<body").len)
        claim(load, stanza);
}

static void on_patron_message(struct load *load, struct slice stanza)
{
    struct slice received = find(stanza, "<received");
    if (received.len) {
        struct slice id = attribute(received, "id");
        if (starts(id, "m-"))
            figures_receipt(&load->figures, load->o, number_in(id));
        else if (load->o->warm == WARM_ASK && starts(id, "w-"))
            patron_is_warm(load, number_in(id));
        return;
    }
    if (find(stanza, "<request").len)
        send_received(load, stanza, "phone");
    if (load->o->warm == WARM_CLAIM && find(stanza, "claimed: with you").len)
        patron_is_warm(load, number_in(attribute(stanza, "to")));
}

/* Echoes and reflections carry other ids than what was sent: they are known by their text. */
static void on_copy(struct load *load, struct slice stanza)
{
    struct slice body = find(stanza, "<body>m-");
    bool to_librarian = starts(attribute(stanza, "to"), "lib");
    if (!body.len)
        return;
    if (figures_needs_both(load->o) && !to_librarian)
        figures_receipt(&load->figures, load->o, number_in(body));
    else
        figures_relay(&load->figures, load->o, number_in(body));
}

static void on_message(struct load *load, struct slice stanza)
{
    if (equals(attribute(stanza, "type"), "error")) {
        if (load->figures.errors++ == 0)
            fprintf(stderr, "driver: first error: %.*s\n", SLICE(stanza));
    } else if (load->o->expect != EXPECT_RELAY) {
        on_copy(load, stanza);
    } else if (starts(attribute(stanza, "to"), "lib")) {
        if (!find(stanza, "<received").len)
            on_librarian_message(load, stanza);
    } else {
        on_patron_message(load, stanza);
    }
}

static void on_iq_answer(struct load *load, struct slice stanza)
{
    struct slice id = attribute(stanza, "id");
    /* A server bounces while the component is away (Prosody: remote-server-timeout; ejabberd with
     * s2s_access: none: forbidden). slixmpp without plugins does not know pings, but is there. */
    bool is_there = equals(attribute(stanza, "type"), "result") ||
                    find(stanza, "feature-not-implemented").len;
    if (load->phase == AWAIT_TARGET && equals(id, "up") && is_there) {
        begin_warming(load);
    } else if (load->phase == SETTLING && equals(id, "settled")) {
        begin_timed(load);
    } else if (load->phase == ENDING && equals(id, "end")) {
        load->figures.ended = now_ns();
        load->phase = FINISHED;
    }
}

static void on_iq_request(struct load *load, struct slice stanza)
{
    struct slice from = attribute(stanza, "from"), to = attribute(stanza, "to");
    struct slice id = attribute(stanza, "id"), disco = find(stanza, "http://jabber.org/protocol/disco");
    const char *payload = "";
    if (equals(to, load->o->domain)) { /* a server routes it back to the component, whole */
        wire_print(load->wire, "%.*s", SLICE(stanza));
        return;
    }
    if (find(disco, "disco#info").len)
        payload = "<query xmlns='http://jabber.org/protocol/disco#info'>"
                  "<feature var='urn:xmpp:ping'/><feature var='" RECEIPTS "'/></query>";
    else if (disco.len)
        payload = "<query xmlns='http://jabber.org/protocol/disco#items'/>";
    wire_print(load->wire, "<iq type='result' from='%.*s' to='%.*s' id='%.*s'>%s</iq>", SLICE(to),
               SLICE(from), SLICE(id), payload);
}

static void on_presence(struct load *load, struct slice stanza)
{
    struct slice type = attribute(stanza, "type"), from = attribute(stanza, "from");
    struct slice to = attribute(stanza, "to");
    const char *slash = memchr(to.at, '/', to.len);
    int bare = slash ? slash - to.at : (int)to.len;
    if (equals(type, "probe") && starts(to, "lib"))
        wire_print(load->wire, "<presence from='%.*s/desk' to='%.*s'/>", bare, to.at, SLICE(from));
    else if (equals(type, "subscribe"))
        wire_print(load->wire, "<presence type='subscribed' from='%.*s' to='%.*s'/>", bare, to.at,
                   SLICE(from));
    else if (load->o->expect == EXPECT_REFLECTION && load->phase == WARMING &&
             (find(stanza, "code='110'").len || find(stanza, "code=\"110\"").len))
        load->warmed++;
}

void load_stanza(struct load *load, struct slice stanza)
{
    if (starts(stanza, "<message")) {
        on_message(load, stanza);
    } else if (starts(stanza, "<iq")) {
        struct slice type = attribute(stanza, "type");
        if (equals(type, "get") || equals(type, "set"))
            on_iq_request(load, stanza);
        else
            on_iq_answer(load, stanza);
    } else if (starts(stanza, "<presence")) {
        on_presence(load, stanza);
    } else if (starts(stanza, "<stream:error")) {
        die("stream error: %.*s", SLICE(stanza));
    }
}

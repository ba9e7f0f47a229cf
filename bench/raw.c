/* The component that does nothing but what must be done: it parses no XML, keeps nothing and knows
 * no rules. For each patron message it sends what imref sends, a relay and a receipt; a librarian's
 * receipt is swallowed. The yardstick for rows 2, 3 and the latency row. */
#define _GNU_SOURCE
#include "driver.h"

#include <poll.h>
#include <string.h>

static const char MESSAGE_END[] = "</message>";

static void answer_message(struct wire *wire, const struct options *o, struct slice text)
{
    struct slice message = find(text, "<message");
    if (find(message, "<received").len)
        return;
    struct slice body = find(message, "<body>");
    struct slice after = find(body, "</body>");
    struct slice id = attribute(message, "id");
    body.len -= after.len;
    wire_print(wire,
               "<message from='patron-1@%s' to='lib1@%s' type='chat' id='%.*s'>%.*s</body>"
               "<request xmlns='urn:xmpp:receipts'/></message>",
               o->domain, o->load_domain, SLICE(id), SLICE(body));
    struct slice patron = attribute(message, "from");
    wire_print(wire,
               "<message from='%s@%s' to='%.*s' type='chat' id='r-%.*s'>"
               "<received xmlns='urn:xmpp:receipts' id='%.*s'/></message>",
               o->desk, o->domain, SLICE(patron), SLICE(id), SLICE(id));
}

static void answer_iq(struct wire *wire, struct slice text)
{
    struct slice iq = find(text, "<iq ");
    if (!equals(attribute(iq, "type"), "get"))
        return;
    struct slice from = attribute(iq, "from"), to = attribute(iq, "to"), id = attribute(iq, "id");
    wire_print(wire, "<iq type='result' from='%.*s' to='%.*s' id='%.*s'/>", SLICE(to), SLICE(from),
               SLICE(id));
}

static void answer_all(struct wire *wire, const struct options *o)
{
    struct slice unread = wire_unread(wire), rest;
    size_t used = 0;
    while ((rest = find((struct slice){unread.at + used, unread.len - used}, MESSAGE_END)).len) {
        size_t end = rest.at - unread.at + strlen(MESSAGE_END);
        answer_message(wire, o, (struct slice){unread.at + used, end - used});
        used = end;
    }
    /* The driver's pings come only when no message is under way, but several may come at once. */
    while ((rest = find((struct slice){unread.at + used, unread.len - used}, "</iq>")).len) {
        size_t end = rest.at - unread.at + strlen("</iq>");
        answer_iq(wire, (struct slice){unread.at + used, end - used});
        used = end;
    }
    wire_consume(wire, used);
}

void run_raw(const struct options *o)
{
    struct wire wire;
    wire_open(&wire, tcp_connect(o->host, o->port));
    component_login(&wire, o->domain, o->secret);
    for (bool clear = true;;) {
        struct pollfd ready = {wire.fd, clear ? POLLIN : POLLIN | POLLOUT, 0};
        poll(&ready, 1, -1);
        if ((ready.revents & POLLIN) && !wire_read(&wire))
            return;
        answer_all(&wire, o);
        clear = wire_flush(&wire);
    }
}

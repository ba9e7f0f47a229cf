/* SHA-1 (FIPS 180-4) of one short message: all that a component's log-in needs. */
#include "wire.h"

#include <stdio.h>
#include <string.h>

static uint32_t rotate(uint32_t x, int n) { return x << n | x >> (32 - n); }

static void mix_block(uint32_t h[5], const unsigned char *block)
{
    uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)block[i * 4] << 24 | block[i * 4 + 1] << 16 | block[i * 4 + 2] << 8 |
               block[i * 4 + 3];
    for (int i = 16; i < 80; i++)
        w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 80; i++) {
        uint32_t f = i < 20   ? ((b & c) | (~b & d)) + 0x5A827999
                     : i < 40 ? (b ^ c ^ d) + 0x6ED9EBA1
                     : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC
                              : (b ^ c ^ d) + 0xCA62C1D6;
        uint32_t next = rotate(a, 5) + f + e + w[i];
        e = d, d = c, c = rotate(b, 30), b = a, a = next;
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
}

void handshake_digest(struct slice stream_id, const char *secret, char hex[41])
{
    unsigned char text[512] = {0};
    size_t len = snprintf((char *)text, 440, "%.*s%s", SLICE(stream_id), secret);
    if (len >= 440)
        die("stream id and secret are too long");
    size_t padded = (len + 9 + 63) / 64 * 64;
    memset(text + len, 0, sizeof text - len);
    text[len] = 0x80;
    text[padded - 2] = len * 8 >> 8;
    text[padded - 1] = len * 8 & 0xff;
    uint32_t h[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    for (size_t at = 0; at < padded; at += 64)
        mix_block(h, text + at);
    for (int i = 0; i < 5; i++)
        sprintf(hex + i * 8, "%08x", h[i]);
}

// Bundle the widget into the file that imref serves, or its tests into ones that node can run.
//
//   node build.mjs           src/ask.ts -> ../imref/web/static/ask.js
//   node build.mjs --check   fail unless that file is what the sources make, and small enough
//   node build.mjs --tests   test/*.test.ts -> build/test/
//   node build.mjs --gallery gallery/gallery.ts -> build/gallery/, with the pages beside it

import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const SERVED = join(HERE, "../imref/web/static/ask.js");
const LIMIT = 60 * 1024; // bytes, gzipped: what a page on a slow phone may have to fetch

const WIDGET = {
  absWorkingDir: HERE,
  entryPoints: ["src/ask.ts"],
  outfile: SERVED,
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  sourcemap: false,
  logLevel: "warning",
};

async function widget() {
  await build(WIDGET);
  weigh(readFileSync(SERVED));
}

async function check() {
  const { outputFiles } = await build({ ...WIDGET, write: false });
  const made = Buffer.from(outputFiles[0].contents);
  weigh(made);
  if (!made.equals(readFileSync(SERVED))) {
    fail("imref/web/static/ask.js is not what the sources make: npm run build");
  }
}

function weigh(script) {
  const size = gzipSync(script, { level: 9 }).length;
  console.log(`ask.js: ${size} bytes gzipped of at most ${LIMIT}`);
  if (size > LIMIT) fail("ask.js is too big");
}

async function tests() {
  const outdir = join(HERE, "build/test");
  rmSync(outdir, { recursive: true, force: true });
  const entryPoints = readdirSync(join(HERE, "test"))
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `test/${name}`);
  await build({
    absWorkingDir: HERE,
    entryPoints,
    outdir,
    bundle: true,
    format: "cjs", // xmpp.js requires node's own "events"
    platform: "node",
    target: "node18",
    // COMPAT: node 18, which Debian 12 has, lacks the browser's `crypto`.
    banner: { js: "globalThis.crypto ??= require('node:crypto').webcrypto;" },
    outExtension: { ".js": ".cjs" },
    sourcemap: "inline",
    logLevel: "warning",
  });
}

/** Every state of the window with a scripted conversation: to look at, and for tests. */
async function gallery() {
  const outdir = join(HERE, "build/gallery");
  await build({ ...WIDGET, entryPoints: ["gallery/gallery.ts"], outfile: undefined, outdir });
  for (const page of ["index.html", "state.html", "gallery.css"]) {
    cpSync(join(HERE, "gallery", page), join(outdir, page));
  }
}

function fail(why) {
  console.error(why);
  process.exit(1);
}

switch (process.argv[2]) {
  case "--check":
    await check();
    break;
  case "--tests":
    await tests();
    break;
  case "--gallery":
    await gallery();
    break;
  default:
    await widget();
}

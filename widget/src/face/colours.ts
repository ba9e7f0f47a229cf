/** The library's colour, and what can be read on it and beside it (WCAG 2.2, 1.4.3 and 1.4.11). */

type Colour = readonly [red: number, green: number, blue: number];

const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
const READABLE = 4.5;

interface Theme {
  /** Behind the words of others, and behind fields. */
  surface: Colour;
  /** Behind the conversation. */
  ground: Colour;
  ink: Colour;
  /** What is said in a lower voice: times, hints. */
  muted: Colour;
  /** Lines between things. */
  line: Colour;
  /** The edge of a field: it must be seen (3 : 1). */
  edge: Colour;
  alarm: Colour;
  /** How much of the accent is in the bubbles of one's own words. */
  tint: number;
}

const LIGHT: Theme = {
  surface: [255, 255, 255],
  ground: [247, 246, 243],
  ink: [31, 35, 40],
  muted: [86, 93, 104],
  line: [226, 223, 217],
  edge: [134, 140, 148],
  alarm: [164, 38, 28],
  tint: 0.1,
};

const DARK: Theme = {
  surface: [36, 39, 45],
  ground: [24, 26, 30],
  ink: [236, 238, 241],
  muted: [190, 196, 205],
  line: [58, 63, 71],
  edge: [126, 133, 144],
  alarm: [255, 170, 160],
  tint: 0.16,
};

/** The custom properties of both themes for the library's colour, as a style sheet for `:host`. */
export function colours(brand: string): string {
  const own = parse(brand) ?? parse(OURS) ?? BLACK;
  return `
    :host { ${properties(own, LIGHT, "light")} }
    @media (prefers-color-scheme: dark) {
      :host(:not([theme="light"])) { ${properties(own, DARK, "dark")} }
    }
    :host([theme="dark"]) { ${properties(own, DARK, "dark")} }`;
}

/** A deep teal, for libraries that say nothing. */
const OURS = "#1d5a63";

function properties(brand: Colour, theme: Theme, scheme: "light" | "dark"): string {
  const accent = readable(brand, scheme, theme);
  const mine = mix(theme.surface, accent, theme.tint);
  const values: Record<string, Colour> = {
    brand,
    "on-brand": onTop(brand),
    accent,
    "on-accent": onTop(accent),
    mine,
    surface: theme.surface,
    ground: theme.ground,
    ink: theme.ink,
    muted: theme.muted,
    line: theme.line,
    edge: theme.edge,
    alarm: theme.alarm,
  };
  const written = Object.entries(values).map(([name, value]) => `--${name}: ${write(value)};`);
  return `color-scheme: ${scheme}; ${written.join(" ")}`;
}

/** `brand`, made as much darker or lighter as it must be to be read everywhere in the theme. */
function readable(brand: Colour, scheme: "light" | "dark", theme: Theme): Colour {
  for (let part = 0; part < 1; part += 0.04) {
    const accent = scheme === "light" ? mix(brand, BLACK, part) : lighter(brand, part);
    const behind = [theme.surface, theme.ground, mix(theme.surface, accent, theme.tint)];
    if (behind.every((colour) => contrast(accent, colour) >= READABLE)) return accent;
  }
  return scheme === "light" ? BLACK : WHITE;
}

/** Lighter by `part` of what is left to white, and as colourful: mixed with white it would pale. */
function lighter([red, green, blue]: Colour, part: number): Colour {
  const most = Math.max(red, green, blue) / 255;
  const least = Math.min(red, green, blue) / 255;
  const lightness = (most + least) / 2;
  const chroma = most - least;
  const saturation = chroma && chroma / (1 - Math.abs(2 * lightness - 1));
  const target = lightness + (1 - lightness) * part;
  const reach = saturation * Math.min(target, 1 - target);
  const [r, g, b] = [red, green, blue].map((value) => {
    const place = chroma && ((value / 255 - least) / chroma) * 2 - 1; // From -1 to 1.
    return Math.round((target + reach * place) * 255);
  });
  return [r ?? 0, g ?? 0, b ?? 0];
}

/** Black or white, whichever is read better; it always has a contrast of at least 4.58. */
export function onTop(colour: Colour): Colour {
  return contrast(colour, WHITE) >= contrast(colour, BLACK) ? WHITE : BLACK;
}

/** Colours as `#rgb` or `#rrggbb`, or by any name or function that the browser knows. */
export function parse(text: string): Colour | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text.trim());
  const hex = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join("")}`
    : text.trim();
  if (/^#[\da-f]{6}$/i.test(hex)) {
    const value = Number.parseInt(hex.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  return hex && !hex.startsWith("#") ? painted(hex) : undefined;
}

/** What the browser makes of a colour's name: it is painted, and the dot looked at. */
function painted(name: string): Colour | undefined {
  if (!CSS.supports("color", name)) return undefined;
  const canvas = document.createElement("canvas").getContext("2d");
  if (!canvas) return undefined;
  canvas.fillStyle = name;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function mix(from: Colour, to: Colour, part: number): Colour {
  const [red, green, blue] = from.map((value, index) =>
    Math.round(value + ((to[index] ?? 0) - value) * part),
  );
  return [red ?? 0, green ?? 0, blue ?? 0];
}

export function contrast(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function write(colour: Colour): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** The texts of the window: those of the library, and the few for when it cannot be reached. */

/** The names of the phrases `web_…` of imref, without that beginning. */
export type Word =
  | "about"
  | "again"
  | "ask"
  | "attach"
  | "busy"
  | "cancel"
  | "choices"
  | "closed"
  | "connecting"
  | "corrected"
  | "details"
  | "drop"
  | "edit"
  | "email"
  | "email_hint"
  | "email_wrong"
  | "end"
  | "failed"
  | "file_large"
  | "forget"
  | "forget_failed"
  | "forget_sure"
  | "forgotten"
  | "hide"
  | "kept"
  | "latest"
  | "left"
  | "log"
  | "long"
  | "lost"
  | "menu"
  | "message"
  | "name"
  | "name_hint"
  | "open"
  | "place"
  | "place_first"
  | "question"
  | "reactions"
  | "read"
  | "refused"
  | "retracted"
  | "save"
  | "send"
  | "sending"
  | "sent"
  | "transcript"
  | "typing"
  | "typing_somebody"
  | "unread"
  | "unstaffed"
  | "uploading"
  | "welcome"
  | "welcome_closed"
  | "welcome_unstaffed"
  | "with"
  | "you";

/** What fills the gaps of a text, by their names. */
export type Gaps = Readonly<Record<string, string | number>>;

/** The text of `name`, with its `{gaps}` filled; a gap that nothing fills stands as it is. */
export function say(words: Readonly<Record<string, string>>, name: Word, gaps: Gaps = {}): string {
  const text = words[name] ?? "";
  return text.replace(/\{(\w+)\}/g, (gap, key: string) => String(gaps[key] ?? gap));
}

/** What is said while the library, and so its words, cannot be reached. */
export interface LastWords {
  readonly language: string;
  readonly title: string;
  readonly unreachable: string;
  readonly again: string;
  readonly hide: string;
}

const ENGLISH: LastWords = {
  language: "en",
  title: "Ask the library",
  unreachable: "We cannot be reached just now. Please try again in a moment.",
  again: "Try again",
  hide: "Close this window",
};

const LAST_WORDS: readonly LastWords[] = [
  ENGLISH,
  {
    language: "de",
    title: "Die Bibliothek fragen",
    unreachable: "Wir sind gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",
    again: "Noch einmal versuchen",
    hide: "Fenster schließen",
  },
  {
    language: "es",
    title: "Preguntar a la biblioteca",
    unreachable: "Ahora no se nos puede localizar. Inténtelo de nuevo en un momento.",
    again: "Intentarlo de nuevo",
    hide: "Cerrar esta ventana",
  },
  {
    language: "fr",
    title: "Demander à la bibliothèque",
    unreachable: "Nous ne sommes pas joignables pour l’instant. Merci de réessayer dans un moment.",
    again: "Réessayer",
    hide: "Fermer cette fenêtre",
  },
];

/** Those in the first of the `languages` that is known, else in English. */
export function lastWords(languages: readonly string[]): LastWords {
  for (const tag of languages) {
    const known = LAST_WORDS.find((words) => words.language === tag.toLowerCase().split("-")[0]);
    if (known) return known;
  }
  return ENGLISH;
}

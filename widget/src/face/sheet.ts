/** On a small screen the window covers the page: as high as the keyboard leaves room, and closed in. */

const SMALL = "(max-width: 480px), (max-height: 480px)";

export class Sheet {
  /** `--height` and `--top` of what can be seen while a keyboard is on the screen. */
  readonly styles = new CSSStyleSheet();
  readonly #small = window.matchMedia(SMALL);

  constructor(private readonly changed: () => void) {}

  /** Whether the window covers the page. */
  get covers(): boolean {
    return this.#small.matches;
  }

  watch(): void {
    this.#small.addEventListener("change", this.changed);
    window.visualViewport?.addEventListener("resize", this.#fit);
    window.visualViewport?.addEventListener("scroll", this.#fit);
    this.#fit();
  }

  leave(): void {
    this.#small.removeEventListener("change", this.changed);
    window.visualViewport?.removeEventListener("resize", this.#fit);
    window.visualViewport?.removeEventListener("scroll", this.#fit);
  }

  /**
   * COMPAT: Safari on iOS lays its keyboard over the page without making it any lower, so only the
   * visual viewport tells what can be seen.
   */
  #fit = (): void => {
    const view = window.visualViewport;
    if (view?.scale !== 1) return; // Who has zoomed in has chosen what they see.
    this.styles.replaceSync(
      `:host { --height: ${Math.round(view.height)}px; --top: ${Math.round(view.offsetTop)}px; }`,
    );
  };
}

const REACHABLE = "a[href], button, input:not([hidden]), textarea, [tabindex='0']";

/** Keep the Tab key within the window that covers the page: after the last comes the first. */
export function inside(event: KeyboardEvent): void {
  const panel = event.currentTarget as HTMLElement;
  const reachable = [...panel.querySelectorAll<HTMLElement>(REACHABLE)].filter(isReachable);
  const end = event.shiftKey ? reachable[0] : reachable.at(-1);
  const other = event.shiftKey ? reachable.at(-1) : reachable[0];
  if (event.target !== end && reachable.includes(event.target as HTMLElement)) return;
  event.preventDefault();
  other?.focus();
}

function isReachable(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && !element.closest("[inert]");
}

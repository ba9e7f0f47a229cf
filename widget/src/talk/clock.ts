/** Time as something that is passed in: a test lets minutes go by in a moment. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Run once after so many milliseconds, unless what is returned is called before. */
  after(milliseconds: number, run: () => void): () => void;
}

export const realClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Delays that double: `next()` gives the coming one in milliseconds, at random between half of it
 * and all of it, so that a server which comes back is not met by all its patrons at once.
 */
export class BackOff {
  private tries = 0;

  constructor(
    private readonly first: number,
    private readonly longest: number,
    private readonly random: () => number = Math.random,
  ) {}

  next(): number {
    const full = Math.min(this.first * 2 ** this.tries++, this.longest);
    return full * (0.5 + this.random() / 2);
  }

  reset(): void {
    this.tries = 0;
  }
}

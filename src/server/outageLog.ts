import type { Logger } from 'pino';

const MIN_INTERVAL_MS = 60_000;

/** Logs an outage and its recovery, at most once a minute. */
export class OutageLog {
  readonly #logger: Pick<Logger, 'warn' | 'info'>;
  readonly #clock: () => number;
  readonly #down: string;
  readonly #up: string;
  #isDown = false;
  #nextAt = 0;

  /** @param clock milliseconds since the epoch */
  constructor(
    logger: Pick<Logger, 'warn' | 'info'>,
    clock: () => number,
    messages: { readonly down: string; readonly up: string },
  ) {
    this.#logger = logger;
    this.#clock = clock;
    this.#down = messages.down;
    this.#up = messages.up;
  }

  /** @param reason one word: never a URL, which may contain a password */
  down(reason: string): void {
    const now = this.#clock();
    if (this.#isDown || now < this.#nextAt) return;
    this.#isDown = true;
    this.#nextAt = now + MIN_INTERVAL_MS;
    this.#logger.warn({ reason }, this.#down);
  }

  up(): void {
    if (!this.#isDown) return;
    this.#isDown = false;
    this.#logger.info(this.#up);
  }
}

import type { Logger } from 'pino';

const MIN_INTERVAL_MS = 60_000;

/** Says once that something is away, and once that it is back; however it flutters, one such pair per minute. */
export class OutageLog {
  readonly #logger: Pick<Logger, 'warn' | 'info'>;
  readonly #clock: () => number;
  readonly #away: string;
  readonly #back: string;
  #saidAway = false;
  #nextAt = 0;

  /** @param clock milliseconds since the epoch */
  constructor(
    logger: Pick<Logger, 'warn' | 'info'>,
    clock: () => number,
    texts: { readonly away: string; readonly back: string },
  ) {
    this.#logger = logger;
    this.#clock = clock;
    this.#away = texts.away;
    this.#back = texts.back;
  }

  /** @param reason a word for the log: never an address, which may hold a password */
  away(reason: string): void {
    const now = this.#clock();
    if (this.#saidAway || now < this.#nextAt) return;
    this.#saidAway = true;
    this.#nextAt = now + MIN_INTERVAL_MS;
    this.#logger.warn({ reason }, this.#away);
  }

  back(): void {
    if (!this.#saidAway) return;
    this.#saidAway = false;
    this.#logger.info(this.#back);
  }
}

import type { LogEntry } from '../../../log.ts';

/** Where the lines go: the list in the page. */
export interface LogView {
  begin(title: string): void;
  add(entry: LogEntry): void;
  replace(title: string, entries: readonly LogEntry[]): void;
}

/**
 * Puts two sources together: the stream tells each new entry, and what was said before it opened has to be asked for.
 * An entry that the stream tells while that answer is on its way stands in both and is shown once.
 */
export class LogFeed {
  readonly #view: LogView;
  readonly #fetch: () => Promise<readonly LogEntry[]>;
  /** What the stream told since the question; undefined: none is open. */
  #heard: LogEntry[] | undefined;
  #asksFirst = true;
  #questions = 0;

  constructor(view: LogView, fetch: () => Promise<readonly LogEntry[]>) {
    this.#view = view;
    this.#fetch = fetch;
  }

  /** The stream is open, for the first time or again; the scenario in force is the first thing that it tells. */
  connected(): void {
    this.#asksFirst = true;
  }

  entry(entry: LogEntry): void {
    if (this.#heard) this.#heard.push(entry);
    else this.#view.add(entry);
  }

  /** The stream told the scenario. After the first time this means that it has just begun, with an empty log. */
  async scenario(title: string): Promise<void> {
    if (!this.#asksFirst && !this.#heard) {
      this.#view.begin(title);
      return;
    }
    this.#asksFirst = false;
    const heard: LogEntry[] = [];
    this.#heard = heard;
    const question = ++this.#questions;
    const entries = await this.#fetch();
    // A later question knows more.
    if (question !== this.#questions) return;
    this.#heard = undefined;
    const known = new Set(entries.map((entry) => JSON.stringify(entry)));
    this.#view.replace(title, [...entries, ...heard.filter((entry) => !known.has(JSON.stringify(entry)))]);
  }
}

import type { LogEntry } from '../../../log.ts';

/** The list in the page. */
export interface LogView {
  begin(title: string): void;
  add(entry: LogEntry): void;
  replace(title: string, entries: readonly LogEntry[]): void;
}

/**
 * Merges the stream of new entries with the log from before the stream opened, which has to be fetched. Entries that the
 * stream sends during the fetch are in both and shown once.
 */
export class LogFeed {
  readonly #view: LogView;
  readonly #fetch: () => Promise<readonly LogEntry[]>;
  /** Entries of the stream since the fetch started; undefined: no fetch is running. */
  #streamed: LogEntry[] | undefined;
  #needsFetch = true;
  #fetches = 0;

  constructor(view: LogView, fetch: () => Promise<readonly LogEntry[]>) {
    this.#view = view;
    this.#fetch = fetch;
  }

  /** Call when the stream opens or reopens. The first event after it is the current scenario. */
  connected(): void {
    this.#needsFetch = true;
  }

  entry(entry: LogEntry): void {
    if (this.#streamed) this.#streamed.push(entry);
    else this.#view.add(entry);
  }

  /** Call when the stream sends the scenario. Except for the first time, it has just started and the log is empty. */
  async scenario(title: string): Promise<void> {
    if (!this.#needsFetch && !this.#streamed) {
      this.#view.begin(title);
      return;
    }
    this.#needsFetch = false;
    const streamed: LogEntry[] = [];
    this.#streamed = streamed;
    const fetchId = ++this.#fetches;
    const entries = await this.#fetch();
    // A later fetch supersedes this one.
    if (fetchId !== this.#fetches) return;
    this.#streamed = undefined;
    const known = new Set(entries.map((entry) => JSON.stringify(entry)));
    this.#view.replace(title, [...entries, ...streamed.filter((entry) => !known.has(JSON.stringify(entry)))]);
  }
}

export type LogKind =
  | 'getAccessToken'
  | 'authContext'
  | 'obo'
  | 'graph'
  | 'signIn'
  | 'dialog'
  | 'document'
  | 'nested'
  | 'server'
  | 'command'
  /** A handler of a launch event, or the decision about sending an item. */
  | 'launchEvent'
  /** The add-in used a member of office.js that the sandbox lacks. */
  | 'notImplemented';

export interface LogEntry {
  /** ISO 8601 time. */
  readonly at: string;
  readonly kind: LogKind;
  readonly [member: string]: unknown;
}

/** The traffic between add-in, Office, Entra ID and Graph, in order. Never contains a token. */
export class Log {
  #entries: LogEntry[] = [];
  #listeners = new Set<(entry: LogEntry) => void>();

  add(kind: LogKind, facts: Record<string, unknown>): void {
    const entry: LogEntry = { at: new Date().toISOString(), kind, ...facts };
    this.#entries.push(entry);
    for (const listener of this.#listeners) listener(entry);
  }

  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }

  /** Returns a function that unsubscribes. */
  onEntry(listener: (entry: LogEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

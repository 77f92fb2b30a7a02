/** One request to another service, and what it answered. */

export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** More than this is not read. */
  readonly maxBytes: number;
}

export interface Answer {
  readonly status: number;
  /** Names in lower case; a header that came more than once is joined by a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

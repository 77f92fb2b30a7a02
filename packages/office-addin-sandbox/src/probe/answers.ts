/** What a probe has found, without values that identify a person, a file or a token. */
export type Answer =
  | { readonly ok: unknown }
  | { readonly error: { readonly code: number | string | null; readonly name: string } }
  | { readonly timeout: true };

/** `read`: a received message. `compose`: one that is being written. */
export const messageForms = ['read', 'compose'] as const;
export type MessageForm = (typeof messageForms)[number];

export const PROBE_FORMAT = 'office-addin-sandbox probe';

/** The answers of one host. */
export interface ProbeAnswers {
  readonly format: typeof PROBE_FORMAT;
  readonly version: 1;
  /** `Word`, `Excel`, `PowerPoint` or `Outlook`. */
  readonly host: string;
  /** The form of the message in Outlook. */
  readonly form?: MessageForm | undefined;
  /** The answers are those of the sandbox, not of Office. */
  readonly sandbox?: true | undefined;
  /** `PC`, `Mac`, `OfficeOnline`, `iOS`, `Android` or `Universal`. */
  readonly platform: string;
  /** Build of Office, such as 16.0.18129.20158. */
  readonly build: string;
  /** Date of the run, such as 2026-11-30. */
  readonly date: string;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Members whose values say how Office behaves, and nothing about a person. */
const LITERAL = new Set([
  'host',
  'platform',
  'type',
  'ver',
  'scp',
  'alg',
  'idtyp',
  'status',
  'mode',
  'coercion',
  'text',
  'values',
  'formulas',
  'OWAView',
  'accountType',
  'format',
  'hostName',
  'itemType',
  'recipientType',
  'sourceProperty',
]);

/** Returns types instead of values. Keeps booleans, null, numbers, and the strings of members such as `ver`. */
export function shapeOf(value: unknown, name = ''): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'string') return LITERAL.has(name) ? value : '<string>';
  if (Array.isArray(value)) return value.map((one) => shapeOf(one, name));
  if (typeof value !== 'object') return `<${typeof value}>`;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, shapeOf(member, key)]));
}

import { z } from 'zod';
import {
  applications,
  defaultPreferences,
  insertFormats,
  pageSizes,
  sortKeys,
  type Preferences,
} from '../../../contract/api.ts';
import { ProblemError } from '../../../contract/problem.ts';

const format = z.enum(insertFormats);
/** A BCP 47 tag; the pane falls back if it does not support the language. */
const language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/);

const members = {
  pageSize: z.literal(pageSizes),
  sortBy: z.enum(sortKeys),
  sortDescending: z.boolean(),
  insertFormat: z.strictObject(
    Object.fromEntries(applications.map((name) => [name, format])) as Record<
      (typeof applications)[number],
      typeof format
    >,
  ),
  language: language.nullable(),
  welcomed: z.boolean(),
};

const whole = z.strictObject(members) satisfies z.ZodType<Preferences>;

/**
 * Validates the preferences sent by a client: all members, and no others.
 * @throws ProblemError request_invalid that names the member, but not its value
 */
export function parsePreferences(body: unknown): Preferences {
  const read = whole.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const unknown = issue?.code === 'unrecognized_keys';
  const name = issue?.path.join('.') ?? '';
  const detail = unknown
    ? 'The preferences contain an unknown member.'
    : name === ''
      ? 'The preferences must be a JSON object.'
      : `${name} is missing or has an invalid value.`;
  throw new ProblemError('request_invalid', { detail });
}

/** Reads a stored record, which another version may have written: replaces invalid and missing members by defaults. */
export function fromStoredRecord(record: unknown): Preferences {
  const stored = typeof record === 'object' && record !== null ? (record as Record<string, unknown>) : {};
  const valid = Object.entries(members).filter(([name, schema]) => schema.safeParse(stored[name]).success);
  const read = Object.fromEntries(valid.map(([name]) => [name, stored[name]])) as Partial<Preferences>;
  return { ...defaultPreferences, ...read };
}

import { z } from 'zod';
import {
  applications,
  defaultPreferences,
  insertFormats,
  pageSizes,
  sortKeys,
  type Preferences,
} from '../../../contract/preferences.ts';
import { ProblemError } from '../../../contract/problem.ts';

const format = z.enum(insertFormats);
/** BCP 47 as far as Intl takes it; the pane falls back when it does not speak it. */
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
 * The record that a client sends: whole, and nothing else in it.
 * @throws ProblemError request_invalid that names the member, and never repeats its value
 */
export function readRecord(body: unknown): Preferences {
  const read = whole.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const unknown = issue?.code === 'unrecognized_keys';
  const name = issue?.path.join('.') ?? '';
  const detail = unknown
    ? 'There is a member that preferences do not have.'
    : name === ''
      ? 'Preferences are a JSON object.'
      : `${name} is missing or has a value that it cannot have.`;
  throw new ProblemError('request_invalid', { detail });
}

/** A record of the database, which an older or a newer version may have written: what does not fit is the default. */
export function fromDatabase(record: unknown): Preferences {
  const kept = typeof record === 'object' && record !== null ? (record as Record<string, unknown>) : {};
  const fitting = Object.entries(members).filter(([name, schema]) => schema.safeParse(kept[name]).success);
  const read = Object.fromEntries(fitting.map(([name]) => [name, kept[name]])) as Partial<Preferences>;
  return { ...defaultPreferences, ...read };
}

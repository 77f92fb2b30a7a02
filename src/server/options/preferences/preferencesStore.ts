import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  defaultPreferences,
  applications,
  insertFormats,
  pageSizes,
  sortKeys,
  type Preferences,
} from '../../../contract/api.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { Caller } from '../../auth/tokenValidator.ts';
import type { Queries } from './database/database.ts';

/** Object id and tenant id identify a user. */
type UserKey = Pick<Caller, 'oid' | 'tid'>;

/** Identifies a version of a record. Every write creates a new, unique one. */
export type Revision = string;
/** The revision of a user without a record. */
export const NO_RECORD: Revision = 'none';

/** The revisions for which a change is allowed. `any`: any existing record. */
export interface Preconditions {
  /** Undefined: any revision, with or without a record. */
  readonly oneOf?: 'any' | readonly Revision[];
  readonly noneOf?: 'any' | readonly Revision[];
}

interface StoredPreferences {
  readonly preferences: Preferences;
  readonly revision: Revision;
}

/**
 * Stores the users' preferences. Every change is a single statement, so of two concurrent changes to the same revision,
 * one succeeds and the other is rejected.
 */
export class PreferencesStore {
  readonly #database: Queries;

  constructor(database: Queries) {
    this.#database = database;
  }

  async read({ tid, oid }: UserKey): Promise<StoredPreferences> {
    const [row] = await this.#database.query<{ record: unknown; revision: string }>(
      'SELECT record, revision FROM preferences WHERE tenant = $1 AND person = $2',
      [tid, oid],
    );
    if (!row) return { preferences: defaultPreferences, revision: NO_RECORD };
    return { preferences: fromStoredRecord(row.record), revision: row.revision };
  }

  /**
   * @param expected writes only if these preconditions are met
   * @param signal when aborted, a write that has not started does not run
   * @returns the new revision; undefined if the preconditions are not met
   */
  async write(
    person: UserKey,
    preferences: Preferences,
    expected: Preconditions = {},
    signal?: AbortSignal,
  ): Promise<Revision | undefined> {
    const values = [person.tid, person.oid, randomUUID(), JSON.stringify(preferences)];
    const sql = writeStatement(expected, values);
    if (sql === undefined) return undefined;
    const [row] = await this.#database.query<{ revision: string }>(
      `${sql} RETURNING revision`,
      values,
      signal,
    );
    return row?.revision;
  }

  /** @returns false if the preconditions are not met */
  async remove({ tid, oid }: UserKey, expected: Preconditions = {}, signal?: AbortSignal): Promise<boolean> {
    const values = [tid, oid];
    const condition = conditionOf(expected, values);
    const sql = `${DELETE}${condition === undefined ? ' AND false' : condition} RETURNING revision`;
    const removed = await this.#database.query(sql, values, signal);
    if (removed.length > 0) return true;
    return allowsNone(expected) && (await this.read({ tid, oid })).revision === NO_RECORD;
  }
}

const DELETE = 'DELETE FROM preferences WHERE tenant = $1 AND person = $2';
const INSERT = 'INSERT INTO preferences (tenant, person, revision, record) VALUES ($1, $2, $3, $4)';
const REPLACE =
  `${INSERT} ON CONFLICT (tenant, person) DO UPDATE ` +
  'SET revision = excluded.revision, record = excluded.record, changed_at = now()';
const INSERT_ONLY = `${INSERT} ON CONFLICT (tenant, person) DO NOTHING`;
const UPDATE =
  'UPDATE preferences SET revision = $3, record = $4, changed_at = now() WHERE tenant = $1 AND person = $2';

/** @param values the condition's values are appended. @returns undefined if no revision is allowed */
function writeStatement(expected: Preconditions, values: string[]): string | undefined {
  const condition = conditionOf(expected, values);
  if (condition === undefined) return allowsNone(expected) ? INSERT_ONLY : undefined;
  return allowsNone(expected) ? `${REPLACE} WHERE true${condition}` : `${UPDATE}${condition}`;
}

function allowsNone({ oneOf, noneOf = [] }: Preconditions): boolean {
  const wanted = oneOf === undefined || (oneOf !== 'any' && oneOf.includes(NO_RECORD));
  return wanted && (noneOf === 'any' || !noneOf.includes(NO_RECORD));
}

/** Returns the condition on an existing record as SQL to append to a WHERE clause. Undefined: no record can meet it. */
function conditionOf({ oneOf = 'any', noneOf = [] }: Preconditions, values: string[]): string | undefined {
  if (noneOf === 'any' || oneOf.length === 0) return undefined;
  const listed = (revisions: readonly Revision[]) =>
    `IN (SELECT jsonb_array_elements_text($${values.push(JSON.stringify(revisions))}::jsonb))`;
  const condition = oneOf === 'any' ? '' : ` AND preferences.revision::text ${listed(oneOf)}`;
  return noneOf.length === 0
    ? condition
    : `${condition} AND preferences.revision::text NOT ${listed(noneOf)}`;
}

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
function fromStoredRecord(record: unknown): Preferences {
  const stored = typeof record === 'object' && record !== null ? (record as Record<string, unknown>) : {};
  const valid = Object.entries(members).filter(([name, schema]) => schema.safeParse(stored[name]).success);
  const read = Object.fromEntries(valid.map(([name]) => [name, stored[name]])) as Partial<Preferences>;
  return { ...defaultPreferences, ...read };
}

import { randomUUID } from 'node:crypto';
import { defaultPreferences, type Preferences } from '../../../contract/preferences.ts';
import type { Caller } from '../../auth/caller.ts';
import type { Queries } from './database/database.ts';
import { fromDatabase } from './readRecord.ts';

/** Object id and tenant id: the identity. */
export type Person = Pick<Caller, 'oid' | 'tid'>;

/** Names one state of a record: another one with every write, never the same twice. */
export type Revision = string;
/** Of a person without a record. */
export const NO_RECORD: Revision = 'none';

/** States in which a change may meet the record. `any`: every record that there is. */
export interface Expected {
  /** Undefined: whatever the state is, with or without a record. */
  readonly oneOf?: 'any' | readonly Revision[];
  readonly noneOf?: 'any' | readonly Revision[];
}

export interface KeptPreferences {
  readonly preferences: Preferences;
  readonly revision: Revision;
}

/**
 * The records of the users. Every change is one statement, so that of two that came at the same time with the same
 * revision one wins and the other is told.
 */
export class PreferencesStore {
  readonly #database: Queries;

  constructor(database: Queries) {
    this.#database = database;
  }

  async read({ tid, oid }: Person): Promise<KeptPreferences> {
    const [row] = await this.#database.query<{ record: unknown; revision: string }>(
      'SELECT record, revision FROM preferences WHERE tenant = $1 AND person = $2',
      [tid, oid],
    );
    if (!row) return { preferences: defaultPreferences, revision: NO_RECORD };
    return { preferences: fromDatabase(row.record), revision: row.revision };
  }

  /**
   * @param expected writes only if the record is in such a state
   * @param signal aborted: a write that has not begun is not made
   * @returns undefined when it was in another one
   */
  async write(
    person: Person,
    preferences: Preferences,
    expected: Expected = {},
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

  /** @returns whether the record was in an expected state, and is gone now */
  async remove({ tid, oid }: Person, expected: Expected = {}, signal?: AbortSignal): Promise<boolean> {
    const values = [tid, oid];
    const condition = conditionOf(expected, values);
    const sql = `${DELETE}${condition === undefined ? ' AND false' : condition} RETURNING revision`;
    const gone = await this.#database.query(sql, values, signal);
    if (gone.length > 0) return true;
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

/** @param values gets those of the condition. @returns undefined: no state is expected */
function writeStatement(expected: Expected, values: string[]): string | undefined {
  const condition = conditionOf(expected, values);
  if (condition === undefined) return allowsNone(expected) ? INSERT_ONLY : undefined;
  return allowsNone(expected) ? `${REPLACE} WHERE true${condition}` : `${UPDATE}${condition}`;
}

function allowsNone({ oneOf, noneOf = [] }: Expected): boolean {
  const wanted = oneOf === undefined || (oneOf !== 'any' && oneOf.includes(NO_RECORD));
  return wanted && (noneOf === 'any' || !noneOf.includes(NO_RECORD));
}

/** Returns what an existing record has to fulfil, as SQL that follows a condition. Undefined: none can fulfil it. */
function conditionOf({ oneOf = 'any', noneOf = [] }: Expected, values: string[]): string | undefined {
  if (noneOf === 'any' || oneOf.length === 0) return undefined;
  const listed = (revisions: readonly Revision[]) =>
    `IN (SELECT jsonb_array_elements_text($${values.push(JSON.stringify(revisions))}::jsonb))`;
  const one = oneOf === 'any' ? '' : ` AND preferences.revision::text ${listed(oneOf)}`;
  return noneOf.length === 0 ? one : `${one} AND preferences.revision::text NOT ${listed(noneOf)}`;
}

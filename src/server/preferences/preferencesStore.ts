import { randomUUID } from 'node:crypto';
import { defaultPreferences, type Preferences } from '../../contract/preferences.ts';
import type { Caller } from '../auth/caller.ts';
import type { Queries } from '../database/database.ts';
import { fromDatabase } from './readRecord.ts';

/** Object id and tenant id: the identity. */
export type Person = Pick<Caller, 'oid' | 'tid'>;

/** Names one state of a record: another one with every write, never the same twice. */
export type Revision = string;
/** Of a person without a record. */
export const NO_RECORD: Revision = 'none';
/** Of whatever record there is, if there is one. */
export const ANY_RECORD: Revision = 'any';

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
   * @param expected writes only if the record is in this state; undefined: whatever it is in
   * @returns undefined when it was in another one
   */
  async write(person: Person, preferences: Preferences, expected?: Revision): Promise<Revision | undefined> {
    const { sql, more } = statementFor(expected);
    const values = [person.tid, person.oid, randomUUID(), JSON.stringify(preferences), ...more];
    const [row] = await this.#database.query<{ revision: string }>(`${sql} RETURNING revision`, values);
    return row?.revision;
  }

  /** @returns whether the record was in the expected state, and is gone now */
  async remove({ tid, oid }: Person, expected?: Revision): Promise<boolean> {
    if (expected === undefined) {
      await this.#database.query(DELETE, [tid, oid]);
      return true;
    }
    if (expected === NO_RECORD) return (await this.read({ tid, oid })).revision === NO_RECORD;
    const gone = await this.#database.query(
      `${DELETE} AND (revision::text = $3 OR $3 = '${ANY_RECORD}') RETURNING revision`,
      [tid, oid, expected],
    );
    return gone.length > 0;
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
const UPDATE_ONLY = `${UPDATE} AND revision::text = $5`;

function statementFor(expected: Revision | undefined): { sql: string; more: readonly string[] } {
  if (expected === undefined) return { sql: REPLACE, more: [] };
  if (expected === NO_RECORD) return { sql: INSERT_ONLY, more: [] };
  if (expected === ANY_RECORD) return { sql: UPDATE, more: [] };
  return { sql: UPDATE_ONLY, more: [expected] };
}

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, startPostgres, type LocalPostgres } from 'office-addin-tools/testing';
import { defaultPreferences, type Preferences } from '../../../contract/api.ts';
import { migrate, NewerSchemaError, migrations, type Database } from './database/database.ts';
import { openDatabase } from './database/openDatabase.ts';
import { NO_RECORD, PreferencesStore } from './preferencesStore.ts';

const limits = { connectMs: 2_000, queryMs: 5_000 };
const none = () => undefined;
const program = findPostgres((sentence) => void process.stdout.write(`${sentence}\n`));
const dark: Preferences = { ...defaultPreferences, pageSize: 50, sortDescending: true, language: 'pt-BR' };
const somebody = () => ({ tid: randomUUID(), oid: randomUUID() });

/** Tests for both kinds of database. */
function keepsPreferences(open: () => Promise<Database>) {
  let database: Database;
  let store: PreferencesStore;
  beforeAll(async () => {
    database = await open();
    store = new PreferencesStore(database);
  }, 30_000);
  afterAll(() => database.close());

  it('returns the defaults for a user without a record', async () => {
    expect(await store.read(somebody())).toEqual({ preferences: defaultPreferences, revision: NO_RECORD });
  });

  it('returns the written preferences, with a new revision for every write', async () => {
    const person = somebody();
    const first = await store.write(person, dark);
    expect(await store.read(person)).toEqual({ preferences: dark, revision: first });
    const second = await store.write(person, defaultPreferences);
    expect(second).not.toBe(first);
    expect(await store.read(person)).toEqual({ preferences: defaultPreferences, revision: second });
  });

  it('separates users, and equal object ids in different tenants', async () => {
    const person = somebody();
    await store.write(person, dark);
    for (const other of [
      { ...person, oid: randomUUID() },
      { ...person, tid: randomUUID() },
    ]) {
      expect((await store.read(other)).revision).toBe(NO_RECORD);
      await store.write(other, defaultPreferences);
      await store.remove(other);
    }
    expect((await store.read(person)).preferences).toEqual(dark);
  });

  it('writes only over an expected revision', async () => {
    const person = somebody();
    expect(await store.write(person, dark, { oneOf: [randomUUID()] })).toBeUndefined();
    const first = await store.write(person, dark, { oneOf: [NO_RECORD] });
    expect(first).toBeDefined();
    expect(await store.write(person, dark, { oneOf: [NO_RECORD] })).toBeUndefined();
    expect(await store.write(person, defaultPreferences, { oneOf: ['no uuid'] })).toBeUndefined();
    const second = await store.write(person, defaultPreferences, { oneOf: [first ?? ''] });
    expect(second).toBeDefined();
    expect(await store.write(person, dark, { oneOf: [first ?? ''] })).toBeUndefined();
    expect((await store.read(person)).revision).toBe(second);
  });

  it('accepts one of 50 concurrent writes', async () => {
    const person = somebody();
    const before = await store.write(person, dark);
    for (const expected of [before, undefined]) {
      if (expected === undefined) await store.remove(person);
      const writes = Array.from({ length: 50 }, () =>
        store.write(person, defaultPreferences, { oneOf: [expected ?? NO_RECORD] }),
      );
      const revisions = (await Promise.all(writes)).filter((revision) => revision !== undefined);
      expect(revisions).toHaveLength(1);
      expect((await store.read(person)).revision).toBe(revisions[0]);
    }
  });

  it('removes only an expected revision, and accepts a repeated removal', async () => {
    const person = somebody();
    const revision = await store.write(person, dark);
    expect(await store.remove(person, { oneOf: [randomUUID()] })).toBe(false);
    expect(await store.remove(person, { oneOf: [NO_RECORD] })).toBe(false);
    expect(await store.remove(person, { oneOf: [revision ?? ''] })).toBe(true);
    expect(await store.remove(person, { oneOf: [revision ?? ''] })).toBe(false);
    expect(await store.remove(person)).toBe(true);
    const rows = await database.query('SELECT 1 FROM preferences WHERE person = $1', [person.oid]);
    expect(rows).toEqual([]);
  });

  it('treats SQL in values as text', async () => {
    const person = { tid: `'; DROP TABLE preferences; --`, oid: `é漢字🔑 ' OR '1'='1` };
    await store.write(person, dark);
    expect((await store.read(person)).preferences).toEqual(dark);
    expect((await store.read({ ...person, tid: 'x' })).revision).toBe(NO_RECORD);
  });

  it('reads the valid members of a record from another version', async () => {
    const person = somebody();
    const odd = { pageSize: 7, sortBy: 'size', later: true, insertFormat: { word: 'links' } };
    await database.query(
      'INSERT INTO preferences (tenant, person, revision, record) VALUES ($1, $2, $3, $4)',
      [person.tid, person.oid, randomUUID(), JSON.stringify(odd)],
    );
    expect((await store.read(person)).preferences).toEqual({ ...defaultPreferences, sortBy: 'size' });
  });

  it('rolls back a transaction that fails', async () => {
    const person = somebody();
    const half = database.transaction(async (queries) => {
      await new PreferencesStore(queries).write(person, dark);
      throw new Error('half-way');
    });
    await expect(half).rejects.toThrow('half-way');
    expect((await store.read(person)).revision).toBe(NO_RECORD);
  });

  it('rejects a newer schema, and repeats no step', async () => {
    await migrate(database, migrations);
    await expect(migrate(database, [])).rejects.toThrow(NewerSchemaError);
  });
}

describe('preferences in the embedded database', { tags: ['full'] }, () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'preferences-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const open = () => openDatabase({ kind: 'embedded', folder: join(folder, 'database') }, limits, none);
  keepsPreferences(open);
});

describe.skipIf(program === undefined)('preferences in PostgreSQL', () => {
  let postgres: LocalPostgres;
  beforeAll(async () => void (postgres = await startPostgres(program ?? '')), 60_000);
  afterAll(() => postgres.close(), 30_000);
  const open = (url = postgres.url) =>
    openDatabase({ kind: 'postgres', url, managedIdentity: false }, limits, none);
  keepsPreferences(open);

  it('migrates once when several instances start on an empty database', async () => {
    const admin = new Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query('CREATE DATABASE empty');
    await admin.end();
    const url = postgres.url.replace(/postgres$/, 'empty');
    const all = await Promise.all(Array.from({ length: 5 }, () => open(url)));
    const [first] = all;
    expect(await first?.query('SELECT step FROM schema_steps')).toHaveLength(migrations.length);
    await Promise.all(all.map((database) => database.close()));
  });

  it('recovers after a crash of the database server', async () => {
    const lost: Error[] = [];
    const database = await openDatabase(
      { kind: 'postgres', url: postgres.url, managedIdentity: false },
      limits,
      (error) => {
        lost.push(error);
      },
    );
    const store = new PreferencesStore(database);
    const person = somebody();
    const revision = await store.write(person, dark);
    await postgres.kill();
    await expect(store.read(person)).rejects.toMatchObject({ name: 'DatabaseError' });
    await postgres.start();
    await expect.poll(() => store.read(person).catch(() => null)).toEqual({ preferences: dark, revision });
    await database.close();
  }, 30_000);
});

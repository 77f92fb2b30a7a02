import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { typescript, startPostgres, findPostgres, type LocalPostgres } from 'office-addin-tools/testing';
import { Client } from 'pg';
import { describe, expect, it, afterAll, beforeAll } from 'vitest';
import { DatabaseError, type Database } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { FolderInUseError, lockFolder } from './folderLock.ts';
import { LazyDatabase, postgresResource } from './lazyDatabase.ts';
import { connectPostgres } from './openDatabase.ts';

const limits = { openMs: 50, giveUpMs: 100, queryMs: 100, pauseMs: 1_000 };

/** A database that can be made to fail. Its query returns how often it has been opened. */
function scene() {
  let now = 0;
  const seen = { opened: 0, closed: 0 };
  const state = { opens: true, answers: true, usable: true };
  const open = async (): Promise<Database> => {
    seen.opened += 1;
    if (!state.opens)
      return await new Promise<never>((_resolve, reject) => reject(new DatabaseError({ code: 'DOWN' })));
    const number = seen.opened;
    const query = () => (state.answers ? Promise.resolve([number]) : new Promise(() => undefined));
    return {
      query: query as Database['query'],
      transaction: () => Promise.reject(new Error('Not here.')),
      usable: () => state.usable || number > 1,
      close: () => Promise.resolve(void (seen.closed += 1)),
    };
  };
  return {
    seen,
    state,
    database: new LazyDatabase(open, () => now, limits),
    pass: (ms: number) => void (now += ms),
  };
}

describe('LazyDatabase', () => {
  it('opens with the first query, once for concurrent queries', async () => {
    const { database, seen } = scene();
    expect(seen.opened).toBe(0);
    const answers = await Promise.all([database.query(''), database.query(''), database.query('')]);
    expect(answers).toEqual([[1], [1], [1]]);
  });

  it('retries after a pause, but not before', async () => {
    const { database, seen, state, pass } = scene();
    state.opens = false;
    await expect(database.query('')).rejects.toMatchObject({ code: 'DOWN' });
    state.opens = true;
    await expect(database.query('')).rejects.toMatchObject({ code: 'DOWN' });
    expect(seen.opened).toBe(1);
    pass(1_000);
    expect(await database.query('')).toEqual([2]);
  });

  it('times out both queries and opening', async () => {
    const { database, state } = scene();
    await database.query('');
    state.answers = false;
    await expect(database.query('')).rejects.toMatchObject({ code: 'TIMEOUT' });
    let late: (database: Database) => void = () => undefined;
    const never = new LazyDatabase(
      () => new Promise((resolve) => (late = resolve)),
      () => 0,
      { ...limits, openMs: 100, giveUpMs: 50 },
    );
    await expect(never.query('')).rejects.toMatchObject({ code: 'TIMEOUT' });
    const closed = new Promise<void>((done) => late({ close: () => Promise.resolve(done()) } as Database));
    await closed;
  });

  it('continues to open after the waiting queries have timed out', async () => {
    const { database: sample } = scene();
    let opened = 0;
    let open: () => void = () => undefined;
    const slow = new LazyDatabase(
      () =>
        new Promise((resolve) => {
          opened += 1;
          open = () => resolve({ ...(sample as unknown as Database), usable: () => true });
        }),
      () => 0,
      { ...limits, giveUpMs: 10_000 },
    );
    await expect(slow.query('')).rejects.toMatchObject({ code: 'TIMEOUT' });
    open();
    expect(await slow.query('')).toEqual([1]);
    expect(opened).toBe(1);
  });

  it('closes a database that has failed permanently, and opens it again', async () => {
    const { database, seen, state, pass } = scene();
    expect(await database.query('')).toEqual([1]);
    state.usable = false;
    await database.query('');
    expect(seen.closed).toBe(1);
    await expect(database.query('')).rejects.toMatchObject({ code: 'UNUSABLE' });
    pass(1_000);
    expect(await database.query('')).toEqual([2]);
  });

  it('closes the database it has opened, and opens nothing afterwards', async () => {
    const { database, seen } = scene();
    await database.query('');
    await database.close();
    expect(seen.closed).toBe(1);
    await expect(database.query('')).rejects.toThrow('stopping');
  });
});

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'embedded-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the embedded database', { tags: ['full'] }, () => {
  it('keeps written data when its process is killed, and opens for the next process', async () => {
    const place = join(folder, 'killed');
    const child = spawn(
      process.execPath,
      [...typescript('src/server/options/preferences/testing/processToKill.ts'), 'writer', place],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    await expect(openEmbedded(place)).rejects.toMatchObject({ code: 'DATABASE_DIR_IN_USE' });
    child.kill('SIGKILL');
    await ended;
    const database = await openEmbedded(place);
    expect(await database.query('SELECT note FROM notes')).toEqual([{ note: 'written' }]);
    await database.close();
  }, 60_000);

  it('reports a damaged database, and keeps it', async () => {
    const place = join(folder, 'damaged');
    await (await openEmbedded(place)).close();
    const file = join(place, 'pgdata/global/pg_control');
    await writeFile(file, 'damaged');
    await expect(openEmbedded(place)).rejects.toMatchObject({ code: 'DATABASE_DIR_BROKEN' });
    expect(await readFile(file, 'utf8')).toBe('damaged');
    expect(await readdir(place)).toEqual(['pgdata']);
  }, 60_000);
});

describe('lockFolder', () => {
  const file = () => join(folder, 'server.lock');
  const lost = () => {
    throw new Error('Nobody else is there.');
  };
  const leave = (holder: object | string) =>
    writeFile(file(), typeof holder === 'string' ? holder : JSON.stringify(holder));
  const local = { token: 'x', host: hostname() };

  it('blocks others while its process is alive, until it releases the lock', async () => {
    await leave({ ...local, pid: process.ppid });
    await expect(lockFolder(folder, lost)).rejects.toThrow(FolderInUseError);
    await expect(lockFolder(folder, lost)).rejects.toThrow(/DATABASE_URL/);
    await rm(file());
    const lock = await lockFolder(folder, lost);
    expect(await readFile(file(), 'utf8')).toContain(`"pid":${process.pid}`);
    await lock.release();
    await expect(readFile(file())).rejects.toThrow('ENOENT');
  });

  it.each([
    ['of a dead process', { ...local, pid: 4_194_000 }],
    ['of a predecessor with the same number', { ...local, pid: process.pid }],
  ])('takes over a lock %s', async (_whose, holder) => {
    await leave(holder);
    const lock = await lockFolder(folder, lost);
    await lock.release();
  });

  it('respects a lock from another machine while it has heartbeats', async () => {
    await leave({ token: 'x', host: 'another', pid: 1 });
    await expect(lockFolder(folder, lost)).rejects.toThrow(/process 1 of another/);
    const long = new Date(Date.now() - 60_000);
    await utimes(file(), long, long);
    const lock = await lockFolder(folder, lost);
    await lock.release();
  });

  it.each([
    ['an empty file', ''],
    ['another format', '123'],
    ['other members', '{"pid":1}'],
  ])('does not replace a file that is not a lock of this server: %s', async (_what, text) => {
    await leave(text);
    await expect(lockFolder(folder, lost)).rejects.toMatchObject({ code: 'DATABASE_DIR_FOREIGN' });
    expect(await readFile(file(), 'utf8')).toBe(text);
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/^server\.lock\./u));
    await rm(file());
  });

  it('rejects a second lock in the same process', async () => {
    const lock = await lockFolder(folder, lost);
    await expect(lockFolder(folder, lost)).rejects.toThrow(FolderInUseError);
    await lock.release();
  });

  it('is taken over by one of many processes that find the lock of a dead one', async () => {
    for (let round = 0; round < 3; round += 1) {
      await leave({ ...local, pid: 4_194_000 });
      const tried = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, lost)));
      const held = tried.filter(({ status }) => status === 'fulfilled');
      expect(held).toHaveLength(1);
      for (const one of tried) if (one.status === 'fulfilled') await one.value.release();
    }
  });
});

const program = findPostgres((sentence) => void process.stdout.write(`${sentence}\n`));
const postgresLimits = { connectMs: 3_000, queryMs: 3_000 };

describe.skipIf(program === undefined)('PostgreSQL with tokens of a managed identity', () => {
  let postgres: LocalPostgres;
  let address: string;
  beforeAll(async () => {
    postgres = await startPostgres(program ?? '', 'of-the-administrator');
    const url = new URL(postgres.url);
    url.username = 'addin-identity';
    url.password = '';
    address = url.href;
    await asAdministrator(`CREATE ROLE "addin-identity" LOGIN PASSWORD 'token-1'`);
  }, 60_000);
  afterAll(() => postgres.close(), 30_000);

  async function asAdministrator(sql: string): Promise<void> {
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  it('gets a token for each new connection, so that an expired one is not reused', async () => {
    let token = 'token-1';
    const lost: Error[] = [];
    const database = connectPostgres(
      address,
      postgresLimits,
      (error) => lost.push(error),
      () => Promise.resolve(token),
    );
    try {
      expect(await database.query('SELECT current_user AS name')).toEqual([{ name: 'addin-identity' }]);
      await asAdministrator(`ALTER ROLE "addin-identity" PASSWORD 'token-2'`);
      token = 'token-2';
      await postgres.kill();
      await postgres.start();
      await expect
        .poll(() => database.query('SELECT current_user AS name').catch(() => null))
        .toEqual([{ name: 'addin-identity' }]);
    } finally {
      await database.close();
    }
  }, 30_000);

  it.each([
    ['there is no token', () => Promise.reject(new Error('the endpoint is down'))],
    ['the token is rejected', () => Promise.resolve('expired')],
    ['there is neither a token nor a password', undefined],
  ])('rejects with a DatabaseError if %s', async (_when, password) => {
    const database = connectPostgres(address, postgresLimits, () => undefined, password);
    await expect(database.query('SELECT 1')).rejects.toMatchObject({ name: 'DatabaseError' });
    await database.close();
  });
});

it.each([
  ['login.microsoftonline.com', 'https://ossrdbms-aad.database.windows.net'],
  ['login.microsoftonline.us', 'https://ossrdbms-aad.database.usgovcloudapi.net'],
  ['login.partner.microsoftonline.cn', 'https://ossrdbms-aad.database.chinacloudapi.cn'],
])('with the authority %s, requests tokens for %s', (host, resource) => {
  expect(postgresResource(host)).toBe(resource);
});

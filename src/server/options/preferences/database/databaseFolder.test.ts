import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { typescript } from 'office-addin-tools/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  takeDatabaseFolder,
  ATTEMPT_PREFIX,
  DATA_FOLDER,
  MARKER,
  markerText,
  findFolderFaults,
} from './databaseFolder.ts';

/** Allowed and forbidden contents of DATABASE_DIR. Mostly without the engine, which takes seconds to create a database. */

let root: string;
let place: string;
/** A folder with a database from an earlier start. */
let template: string;
const children: ChildProcess[] = [];

/** Creates only the files and folders that matter, instead of PGlite. */
async function createSmall(data: string): Promise<void> {
  await writeFile(join(data, 'PG_VERSION'), '18\n');
  for (const name of ['base', 'global', 'pg_wal']) await put(join(data, name, 'file'), 'ours');
}

const take = (folder: string) => takeDatabaseFolder(folder, createSmall, () => undefined);

/** Locks the folder like a server start, and releases it. @returns where the database is, and the leftovers */
async function taken(folder: string): Promise<{ data: string; leftovers: readonly string[] }> {
  const { data, leftovers, lock } = await take(folder);
  await lock.release();
  return { data, leftovers };
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'folder-'));
  template = join(root, 'template');
  await taken(template);
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => void (place = join(await mkdtemp(join(root, 'case-')), 'database')));
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
});

/** Returns every path below the folder with a hash of its contents, without following links. */
function snapshot(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  const visit = (path: string) => {
    const facts = lstatSync(path);
    const name = relative(folder, path);
    if (facts.isSymbolicLink()) found[name] = `link to ${readlinkSync(path)}`;
    else if (facts.isDirectory()) {
      found[name] = 'folder';
      for (const entry of readdirSync(path)) visit(join(path, entry));
    } else found[name] = createHash('sha256').update(readFileSync(path)).digest('hex');
  };
  visit(folder);
  return found;
}

async function put(path: string, text = 'not ours'): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: 'wx' });
}

/** Moves the database to the location of version 0.1. */
async function asVersion01(folder: string): Promise<void> {
  await cp(join(template, DATA_FOLDER), folder, { recursive: true });
  await rm(join(folder, MARKER));
}

/** Contents that must not be used: how to create them, and part of the error message. */
const FOREIGN: Readonly<Record<string, readonly [() => Promise<unknown>, RegExp]>> = {
  'files and folders': [
    async () => {
      await put(join(place, 'important.txt'));
      await put(join(place, 'photos/one.jpg'));
    },
    /"important\.txt", "photos"/u,
  ],
  'a hidden file': [() => put(join(place, '.profile')), /"\.profile"/u],
  'an empty folder': [() => mkdir(join(place, 'photos'), { recursive: true }), /"photos"/u],
  'a link': [
    async () => {
      await put(join(place, '../elsewhere/file'));
      await mkdir(place);
      await symlink('../elsewhere', join(place, 'linked'));
    },
    /"linked"/u,
  ],
  'a link instead of the database': [
    async () => {
      await mkdir(place);
      await symlink(join(template, DATA_FOLDER), join(place, DATA_FOLDER));
    },
    /"pgdata"/u,
  ],
  'a link instead of a part of the database': [
    async () => {
      await cp(template, place, { recursive: true });
      await rename(join(place, DATA_FOLDER, 'base'), join(place, '../base'));
      await symlink('../../base', join(place, DATA_FOLDER, 'base'));
    },
    /symbolic link in place of "base"/u,
  ],
  'an interrupted creation by version 0.1, with a backup copied into it': [
    async () => {
      await asVersion01(place);
      await put(join(place, 'unfinished'), '');
      await put(join(place, 'important.txt'));
    },
    /"unfinished"/u,
  ],
  'an empty folder named like the database': [
    () => mkdir(join(place, DATA_FOLDER), { recursive: true }),
    /"pgdata"/u,
  ],
  'a database that this server did not create': [
    async () => {
      await cp(template, place, { recursive: true });
      await rm(join(place, DATA_FOLDER, MARKER));
    },
    /did not create/u,
  ],
  'the data of a PostgreSQL server': [
    async () => {
      await asVersion01(place);
      await put(join(place, 'postmaster.opts'));
    },
    /DATABASE_URL/u,
  ],
  'a part of a database': [() => put(join(place, 'PG_VERSION'), '18\n'), /"base" is missing/u],
  'a new database and one of version 0.1': [
    async () => {
      await cp(template, place, { recursive: true });
      await asVersion01(place);
    },
    /two databases/u,
  ],
  'the lock of another program': [
    () => put(join(place, 'server.lock'), '4711\n'),
    /server\.lock is not a lock/u,
  ],
  'a new and empty lock of unknown origin': [
    () => put(join(place, 'server.lock'), ''),
    /server\.lock is not a lock/u,
  ],
  'a link instead of the lock': [
    async () => {
      await put(join(place, '../their.lock'), JSON.stringify({ token: 'x', host: 'y', pid: 1 }));
      await mkdir(place);
      await symlink('../their.lock', join(place, 'server.lock'));
    },
    /server\.lock/u,
  ],
  'a folder that is only named like a creation': [
    () => put(join(place, `${ATTEMPT_PREFIX}abc123`, 'important.txt')),
    /creating-abc123/u,
  ],
};

describe('a folder with anything else in it', () => {
  it.each(Object.entries(FOREIGN))('is rejected and left unchanged: %s', async (_what, [make, said]) => {
    await make();
    const before = snapshot(join(place, '..'));
    for (let time = 0; time < 2; time += 1) {
      const error: unknown = await take(place).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'DATABASE_DIR_FOREIGN' });
      expect((error as Error).message).toMatch(said);
      expect((error as Error).message).toContain(place);
    }
    expect(snapshot(join(place, '..'))).toEqual(before);
  });

  it('is rejected if it is a file', async () => {
    await put(place);
    await expect(take(place)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(take(join(place, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(readFileSync(place, 'utf8')).toBe('not ours');
  });

  it('is rejected if it is a broken link', async () => {
    await symlink('nowhere', place);
    await expect(take(place)).rejects.toThrow(place);
    expect(readlinkSync(place)).toBe('nowhere');
  });
});

describe('a folder of ours', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['does not exist', () => Promise.resolve()],
    ['is empty', () => mkdir(place)],
    [
      'is a link to an empty folder',
      async () => {
        await mkdir(join(place, '../elsewhere'));
        await symlink('elsewhere', place);
      },
    ],
    ['is the root of a volume', () => mkdir(join(place, 'lost+found'), { recursive: true })],
  ])('gets a database when it %s', async (_what, make) => {
    await make();
    const { data } = await taken(place);
    expect((await readdir(place)).filter((name) => name !== 'lost+found')).toEqual([DATA_FOLDER]);
    const before = snapshot(data);
    expect(await taken(place)).toEqual({ data, leftovers: [] });
    expect(snapshot(data)).toEqual(before);
  });

  it('opens a database of version 0.1 in place', async () => {
    await asVersion01(place);
    await put(join(place, 'important.txt'));
    const before = snapshot(place);
    expect((await taken(place)).data).toBe(realpathSync(place));
    expect(snapshot(place)).toEqual(before);
  });

  it('keeps files next to its database', async () => {
    await cp(template, place, { recursive: true });
    await put(join(place, 'photos/one.jpg'));
    await cp(template, join(place, 'backup'), { recursive: true });
    await symlink('../template', join(place, 'linked'));
    const before = snapshot(place);
    expect((await taken(place)).data).toBe(join(realpathSync(place), DATA_FOLDER));
    expect(snapshot(place)).toEqual(before);
  });

  it('opens a backup that was copied next to an interrupted creation', async () => {
    const attempt = join(place, `${ATTEMPT_PREFIX}abc123`);
    await put(join(attempt, MARKER), markerText('creation'));
    await put(join(attempt, 'important.txt'));
    await cp(template, place, { recursive: true });
    const before = snapshot(place);
    expect((await taken(place)).leftovers).toEqual([realpathSync(attempt)]);
    expect(snapshot(place)).toEqual(before);
  });

  it('takes over an old empty lock from version 0.1', async () => {
    await cp(template, place, { recursive: true });
    await put(join(place, 'server.lock'), '');
    const long = new Date(Date.now() - 60_000);
    await utimes(join(place, 'server.lock'), long, long);
    expect((await taken(place)).data).toBe(join(realpathSync(place), DATA_FOLDER));
  });
});

describe('a process killed while it creates the database', { tags: ['full'] }, () => {
  /** Kills the process in the middle of the creation. */
  async function killed(...written: string[]): Promise<string> {
    const program = [...typescript('src/server/options/preferences/testing/processToKill.ts'), 'creation'];
    const child = spawn(process.execPath, [...program, place, ...written], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const ended = once(child, 'exit');
    await Promise.race([once(child.stdout, 'data'), ended]);
    child.kill('SIGKILL');
    await ended;
    const attempt = readdirSync(place).find((name) => name.startsWith(ATTEMPT_PREFIX));
    return join(realpathSync(place), attempt ?? 'none');
  }

  it.each<[string, string[]]>([
    ['nothing', []],
    ['half of it', ['PG_VERSION', 'base/', 'base/1']],
    ['all but its marker', ['PG_VERSION', 'base/', 'global/', 'pg_wal/', 'pg_wal/1']],
    ['all of it', ['PG_VERSION', 'base/', 'global/', MARKER]],
  ])(
    'leaves a folder that later starts neither use nor delete, after writing %s',
    async (_what, written) => {
      const attempt = await killed(...written);
      await put(join(attempt, 'important.txt'));
      await put(join(attempt, DATA_FOLDER, 'important.txt'));
      const left = snapshot(attempt);
      for (let start = 0; start < 2; start += 1) {
        expect(await taken(place)).toEqual({
          data: join(realpathSync(place), DATA_FOLDER),
          leftovers: [attempt],
        });
        expect(snapshot(attempt)).toEqual(left);
      }
    },
    60_000,
  );

  it('leaves a folder that the next start rejects if it contains other files', async () => {
    await killed('PG_VERSION');
    await put(join(place, 'important.txt'));
    await put(join(place, 'photos/one.jpg'));
    const before = snapshot(place);
    await expect(take(place)).rejects.toMatchObject({ code: 'DATABASE_DIR_FOREIGN' });
    expect(snapshot(place)).toEqual(before);
  }, 60_000);

  it.each<[string, (attempt: string) => Promise<unknown>]>([
    ['before the marker', (attempt) => mkdir(attempt)],
    ['while writing the marker', (attempt) => put(join(attempt, MARKER), markerText('creation').slice(0, 9))],
    [
      'after the database got its name',
      async (attempt) => {
        await cp(template, place, { recursive: true });
        await put(join(attempt, MARKER), markerText('creation'));
      },
    ],
    [
      'while acquiring the lock',
      () => put(join(place, 'server.lock.01234567-89ab-4def-8123-456789abcdef'), '{'),
    ],
  ])('does not prevent the next start if it died %s', async (_when, make) => {
    await mkdir(place);
    await make(join(place, `${ATTEMPT_PREFIX}abc123`));
    const before = snapshot(place);
    expect((await taken(place)).data).toBe(join(realpathSync(place), DATA_FOLDER));
    expect(snapshot(place)).toMatchObject(before);
  });
});

it('creates one database when several servers start in the same new folder', async () => {
  const tried = await Promise.allSettled([1, 2, 3, 4].map(() => take(place)));
  const won = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(won).toHaveLength(1);
  for (const one of tried)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'DATABASE_DIR_IN_USE' });
  await won[0]?.lock.release();
  expect(await readdir(place)).toEqual([DATA_FOLDER]);
});

it('removes only its own folder if creating the database fails', async () => {
  const fails = () => Promise.reject(new Error('full'));
  await expect(takeDatabaseFolder(place, fails, () => undefined)).rejects.toThrow('full');
  expect(await readdir(place)).toEqual([]);
});

it('does not replace a folder that appears while the database is being created', async () => {
  const late = async (data: string) => {
    await createSmall(data);
    await mkdir(join(place, DATA_FOLDER));
  };
  await expect(takeDatabaseFolder(place, late, () => undefined)).rejects.toMatchObject({
    code: 'DATABASE_DIR_FOREIGN',
  });
  expect(await readdir(place)).toEqual([DATA_FOLDER]);
});

describe('findFolderFaults', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'faults-'));
    writeFileSync(join(place, 'important.txt'), '');
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('finds no problem with a folder that can be created', async () => {
    expect(await findFolderFaults({ kind: 'embedded', folder: join(place, 'a/b') })).toEqual([]);
  });

  it('finds no problem with a PostgreSQL server', async () => {
    expect(await findFolderFaults({ kind: 'postgres', url: 'postgres://x', managedIdentity: false })).toEqual(
      [],
    );
  });

  it.each<[string, () => string]>([
    ['cannot be created', () => '/dev/null/database'],
    ['contains something else', () => place],
    ['is a file', () => join(place, 'important.txt')],
  ])('reports a folder that %s', async (_what, folder) => {
    const faults = await findFolderFaults({ kind: 'embedded', folder: folder() });
    expect(faults).toEqual([{ where: 'DATABASE_DIR', problem: expect.any(String) as string }]);
  });

  it.runIf(process.platform === 'linux')('reports a folder that only looks writable', async () => {
    const faults = await findFolderFaults({ kind: 'embedded', folder: '/proc/foo' });
    expect(faults).toHaveLength(1);
  });
});

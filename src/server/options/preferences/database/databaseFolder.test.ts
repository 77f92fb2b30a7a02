import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { typescript } from 'office-addin-tools/testing';
import { takeDatabaseFolder } from './databaseFolder.ts';
import { ATTEMPT_PREFIX, DATA, MARK, markText } from './folderContents.ts';

/** What may and what may not be in DATABASE_DIR. Most of it without the engine, which takes seconds to create a database. */

let root: string;
let place: string;
/** A folder with a database, as an earlier start has left it. */
let template: string;
const children: ChildProcess[] = [];

/** Stands for PGlite: the names that count. */
async function createSmall(data: string): Promise<void> {
  await writeFile(join(data, 'PG_VERSION'), '18\n');
  for (const name of ['base', 'global', 'pg_wal']) await put(join(data, name, 'file'), 'ours');
}

const take = (folder: string) => takeDatabaseFolder(folder, createSmall, () => undefined);

/** Takes the folder as a start does, and gives it back. @returns where the database is, and what was left over */
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

/** Every path below the folder with a hash of its content; links are not followed. */
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

/** Moves the database to where version 0.1 had it. */
async function asVersion01(folder: string): Promise<void> {
  await cp(join(template, DATA), folder, { recursive: true });
  await rm(join(folder, MARK));
}

/** What a folder contains that must not be used: how to make it, and a word of the error. */
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
  'a link in place of the database': [
    async () => {
      await mkdir(place);
      await symlink(join(template, DATA), join(place, DATA));
    },
    /"pgdata"/u,
  ],
  'a link in place of a part of the database': [
    async () => {
      await cp(template, place, { recursive: true });
      await rename(join(place, DATA, 'base'), join(place, '../base'));
      await symlink('../../base', join(place, DATA, 'base'));
    },
    /symbolic link in place of "base"/u,
  ],
  'what version 0.1 left of a creation, with a backup copied into it': [
    async () => {
      await asVersion01(place);
      await put(join(place, 'unfinished'), '');
      await put(join(place, 'important.txt'));
    },
    /"unfinished"/u,
  ],
  'an empty folder with the name of the database': [
    () => mkdir(join(place, DATA), { recursive: true }),
    /"pgdata"/u,
  ],
  'a database that this server did not create': [
    async () => {
      await cp(template, place, { recursive: true });
      await rm(join(place, DATA, MARK));
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
  'a link in place of the lock': [
    async () => {
      await put(join(place, '../their.lock'), JSON.stringify({ token: 'x', host: 'y', pid: 1 }));
      await mkdir(place);
      await symlink('../their.lock', join(place, 'server.lock'));
    },
    /server\.lock/u,
  ],
  'a folder that only has the name of a creation': [
    () => put(join(place, `${ATTEMPT_PREFIX}abc123`, 'important.txt')),
    /creating-abc123/u,
  ],
};

describe('a folder with anything else in it', () => {
  it.each(Object.entries(FOREIGN))('is refused and left unchanged: %s', async (_what, [make, said]) => {
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

  it('is a file', async () => {
    await put(place);
    await expect(take(place)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(take(join(place, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(readFileSync(place, 'utf8')).toBe('not ours');
  });

  it('is a link to nothing', async () => {
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
    expect((await readdir(place)).filter((name) => name !== 'lost+found')).toEqual([DATA]);
    const before = snapshot(data);
    expect(await taken(place)).toEqual({ data, leftovers: [] });
    expect(snapshot(data)).toEqual(before);
  });

  it('opens with a database of version 0.1, where it is', async () => {
    await asVersion01(place);
    await put(join(place, 'important.txt'));
    const before = snapshot(place);
    expect((await taken(place)).data).toBe(realpathSync(place));
    expect(snapshot(place)).toEqual(before);
  });

  it('keeps what somebody has put next to its database', async () => {
    await cp(template, place, { recursive: true });
    await put(join(place, 'photos/one.jpg'));
    await cp(template, join(place, 'backup'), { recursive: true });
    await symlink('../template', join(place, 'linked'));
    const before = snapshot(place);
    expect((await taken(place)).data).toBe(join(realpathSync(place), DATA));
    expect(snapshot(place)).toEqual(before);
  });

  it('opens with a backup that was copied next to an interrupted creation', async () => {
    const attempt = join(place, `${ATTEMPT_PREFIX}abc123`);
    await put(join(attempt, MARK), markText('creation'));
    await put(join(attempt, 'important.txt'));
    await cp(template, place, { recursive: true });
    const before = snapshot(place);
    expect((await taken(place)).leftovers).toEqual([realpathSync(attempt)]);
    expect(snapshot(place)).toEqual(before);
  });

  it('takes over an empty lock that version 0.1 left long ago', async () => {
    await cp(template, place, { recursive: true });
    await put(join(place, 'server.lock'), '');
    const long = new Date(Date.now() - 60_000);
    await utimes(join(place, 'server.lock'), long, long);
    expect((await taken(place)).data).toBe(join(realpathSync(place), DATA));
  });
});

describe('a process killed while it creates the database', () => {
  /** Kills without warning, in the middle of the creation. */
  async function killed(...written: string[]): Promise<string> {
    const program = typescript('src/server/options/preferences/testing/interruptedCreation.ts');
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
    ['all but its mark', ['PG_VERSION', 'base/', 'global/', 'pg_wal/', 'pg_wal/1']],
    ['all of it', ['PG_VERSION', 'base/', 'global/', MARK]],
  ])(
    'leaves what the next starts neither use nor delete, having written %s',
    async (_what, written) => {
      const attempt = await killed(...written);
      await put(join(attempt, 'important.txt'));
      await put(join(attempt, DATA, 'important.txt'));
      const left = snapshot(attempt);
      for (let start = 0; start < 2; start += 1) {
        expect(await taken(place)).toEqual({ data: join(realpathSync(place), DATA), leftovers: [attempt] });
        expect(snapshot(attempt)).toEqual(left);
      }
    },
    60_000,
  );

  it('makes the next start refuse the folder when other files were put into it', async () => {
    await killed('PG_VERSION');
    await put(join(place, 'important.txt'));
    await put(join(place, 'photos/one.jpg'));
    const before = snapshot(place);
    await expect(take(place)).rejects.toMatchObject({ code: 'DATABASE_DIR_FOREIGN' });
    expect(snapshot(place)).toEqual(before);
  }, 60_000);

  it.each<[string, (attempt: string) => Promise<unknown>]>([
    ['before the mark', (attempt) => mkdir(attempt)],
    ['while it wrote the mark', (attempt) => put(join(attempt, MARK), markText('creation').slice(0, 9))],
    [
      'after the database got its name',
      async (attempt) => {
        await cp(template, place, { recursive: true });
        await put(join(attempt, MARK), markText('creation'));
      },
    ],
    [
      'while it took the lock',
      () => put(join(place, 'server.lock.01234567-89ab-4def-8123-456789abcdef'), '{'),
    ],
  ])('does not hinder the next start when it died %s', async (_when, make) => {
    await mkdir(place);
    await make(join(place, `${ATTEMPT_PREFIX}abc123`));
    const before = snapshot(place);
    expect((await taken(place)).data).toBe(join(realpathSync(place), DATA));
    expect(snapshot(place)).toMatchObject(before);
  });
});

it('creates one database when servers start in the same new folder at once', async () => {
  const tried = await Promise.allSettled([1, 2, 3, 4].map(() => take(place)));
  const won = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(won).toHaveLength(1);
  for (const one of tried)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'DATABASE_DIR_IN_USE' });
  await won[0]?.lock.release();
  expect(await readdir(place)).toEqual([DATA]);
});

it('removes its own attempt when creating the database fails, and nothing else', async () => {
  const fails = () => Promise.reject(new Error('full'));
  await expect(takeDatabaseFolder(place, fails, () => undefined)).rejects.toThrow('full');
  expect(await readdir(place)).toEqual([]);
});

it('does not replace a folder that appears while the database is being created', async () => {
  const late = async (data: string) => {
    await createSmall(data);
    await mkdir(join(place, DATA));
  };
  await expect(takeDatabaseFolder(place, late, () => undefined)).rejects.toMatchObject({
    code: 'DATABASE_DIR_FOREIGN',
  });
  expect(await readdir(place)).toEqual([DATA]);
});

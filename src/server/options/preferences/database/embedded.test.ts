import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typescript } from 'office-addin-tools/testing';
import { openEmbedded } from './embedded.ts';
import { FolderInUseError, lockFolder } from './folderLock.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'embedded-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the embedded database', { tags: ['full'] }, () => {
  it('keeps written data when its process is killed, and opens for the next process', async () => {
    const place = join(folder, 'killed');
    const child = spawn(
      process.execPath,
      [...typescript('src/server/options/preferences/testing/embeddedWriter.ts'), place],
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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typescript } from '../../../scripts/nodeProcess.ts';
import { openEmbedded } from './embedded.ts';
import { FolderInUse, lockFolder } from './folderLock.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'embedded-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('has what was written when its process was killed, and opens for the next one', async () => {
    const place = join(folder, 'killed');
    const child = spawn(process.execPath, [...typescript('src/server/testing/embeddedWriter.ts'), place], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    await expect(openEmbedded(place)).rejects.toMatchObject({ code: 'DATABASE_DIR_IN_USE' });
    child.kill('SIGKILL');
    await ended;
    const database = await openEmbedded(place);
    expect(await database.query('SELECT note FROM notes')).toEqual([{ note: 'written' }]);
    await database.close();
  }, 30_000);

  it('is made again where its process was killed while making it', async () => {
    const place = join(folder, 'unfinished');
    await mkdir(join(place, 'base/1'), { recursive: true });
    for (const name of ['unfinished', 'PG_VERSION', 'base/1/2619']) await writeFile(join(place, name), '');
    const database = await openEmbedded(place);
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await readdir(place)).not.toContain('unfinished');
    await database.close();
  }, 30_000);
});

describe('lockFolder', () => {
  const file = () => join(folder, 'server.lock');
  const lost = () => {
    throw new Error('Nobody else is there.');
  };
  const leave = (holder: object | string) =>
    writeFile(file(), typeof holder === 'string' ? holder : JSON.stringify(holder));
  const local = { token: 'x', host: hostname() };

  it('keeps others out while its process lives, and lets them in when it has given back', async () => {
    await leave({ ...local, pid: process.ppid });
    await expect(lockFolder(folder, lost)).rejects.toThrow(FolderInUse);
    await expect(lockFolder(folder, lost)).rejects.toThrow(/DATABASE_URL/);
    await rm(file());
    const lock = await lockFolder(folder, lost);
    expect(await readFile(file(), 'utf8')).toContain(`"pid":${process.pid}`);
    await lock.release();
    await expect(readFile(file())).rejects.toThrow('ENOENT');
  });

  it.each([
    ['of a process that has died', { ...local, pid: 4_194_000 }],
    ['of a predecessor with the same number', { ...local, pid: process.pid }],
    ['that was cut off while it was written', ''],
    ['of another format', '123'],
  ])('takes over a lock %s', async (_whose, holder) => {
    await leave(holder);
    const lock = await lockFolder(folder, lost);
    await lock.release();
  });

  it('believes another machine as long as it shows that it lives', async () => {
    await leave({ token: 'x', host: 'another', pid: 1 });
    await expect(lockFolder(folder, lost)).rejects.toThrow(/process 1 of another/);
    const long = new Date(Date.now() - 60_000);
    await utimes(file(), long, long);
    const lock = await lockFolder(folder, lost);
    await lock.release();
  });

  it('goes to one of many that find the lock of a dead process', async () => {
    for (let round = 0; round < 3; round += 1) {
      await leave({ ...local, pid: 4_194_000 });
      const tried = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, lost)));
      const held = tried.filter(({ status }) => status === 'fulfilled');
      expect(held).toHaveLength(1);
      for (const one of tried) if (one.status === 'fulfilled') await one.value.release();
    }
  });
});

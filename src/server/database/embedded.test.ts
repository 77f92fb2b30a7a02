import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
});

describe('lockFolder', () => {
  const pidFile = () => join(folder, 'server.pid');

  it('keeps others out while its process lives, and lets them in when it has given back', async () => {
    await writeFile(pidFile(), String(process.ppid));
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
    await expect(lockFolder(folder)).rejects.toThrow(/DATABASE_URL/);
    await rm(pidFile());
    const unlock = await lockFolder(folder);
    expect(await readFile(pidFile(), 'utf8')).toBe(String(process.pid));
    await unlock();
    await expect(readFile(pidFile())).rejects.toThrow('ENOENT');
  });

  it.each([
    ['of a process that has died', '4194000'],
    ['of a predecessor with the same number', String(process.pid)],
    ['that was cut off while it was written', ''],
    ['that holds no number', 'x'],
  ])('takes over a lock %s', async (_whose, content) => {
    await writeFile(pidFile(), content);
    const unlock = await lockFolder(folder);
    await unlock();
  });
});

// @module-tag full
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ROOT } from 'office-addin-tools';
import { startNode } from 'office-addin-tools/testing';

vi.setConfig({ testTimeout: 60_000 });

async function printed(args: string[], env: Record<string, string> = {}): Promise<string> {
  const run = startNode(
    [join(ROOT, 'node_modules/office-addin-tools/bin/office-addin-tools.mjs'), ...args],
    env,
  );
  expect(await run.ended).toBe(1);
  return run.output().trim();
}

it.each(['sandbox', 'start'])('rejects %s with NODE_ENV=production in one sentence', async (command) => {
  const said = await printed([command], { NODE_ENV: 'production', CLIENT_ID: '{CLIENT_ID}', PORT: '4971' });
  expect(said).toMatch(/does not start with NODE_ENV=production/u);
  expect(said).not.toMatch(/\n\s+at /u);
});

it('prints one sentence if the home folder cannot be used', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'home-'));
  const home = join(folder, 'file');
  writeFileSync(home, '');
  try {
    const said = await printed(['sandbox'], {
      ...{ HOME: home, USERPROFILE: home, PORT: '4971', SANDBOX_PORT: '4972', BROWSER: 'none' },
    });
    expect(said).toContain(home);
    expect(said.split('\n')).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

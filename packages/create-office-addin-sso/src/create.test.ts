import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstCommit, git } from './git.ts';
import { missingFlags, nameFor, readFlags } from './flags.ts';
import { chooseAnswers } from './questions.ts';

const LANGUAGES = ['en', 'de', 'pt-BR'];
const flags = (...args: string[]) => readFlags(args, LANGUAGES);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'create-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the command line', () => {
  it('answers every question', () => {
    expect(
      flags(
        'x',
        '--name',
        'Contoso',
        '--apps',
        'excel,word',
        '--without',
        'redis,infra',
        '--languages',
        'de',
        '--license',
        'mit',
        '--holder',
        'Me',
      ),
    ).toMatchObject({
      folder: 'x',
      name: 'Contoso',
      applications: ['word', 'excel'],
      options: ['telemetry', 'preferences', 'events'],
      languages: ['en', 'de'],
      license: 'MIT',
      holder: 'Me',
    });
  });

  it.each([
    [
      ['--apps', 'exel'],
      '--apps does not know "exel". Did you mean excel? It takes: word, excel, powerpoint, outlook.',
    ],
    [['--without', 'redsi'], 'Did you mean redis?'],
    [['--languages', 'pt'], 'It takes: en, de, pt-BR.'],
    [['--license', 'GPL'], '--license does not know "GPL". It takes: MIT, none.'],
    [['--nmae', 'x'], 'Did you mean --name?'],
    [['--name', 'a<b'], 'cannot be the name'],
    [['--apps', ','], '--apps is empty'],
  ])('refuses %j', (args, message) => {
    expect(() => flags(...args)).toThrow(message);
  });

  it('names the flags that are missing where nobody can be asked', async () => {
    await expect(chooseAnswers(flags('x', '--name', 'Contoso'), LANGUAGES, false)).rejects.toThrow(
      'there is no terminal to ask in: --apps, --without, --languages, --license, --holder. Or add --yes',
    );
    expect(missingFlags(flags('--yes'))).toEqual(['<folder>']);
  });

  it('takes the defaults with --yes', async () => {
    const { answers } = await chooseAnswers(flags('contoso-files', '--yes'), LANGUAGES, false);
    expect(answers).toMatchObject({
      name: 'Contoso Files',
      languages: ['en'],
      license: 'none',
      holder: '',
    });
    expect(answers.applications).toHaveLength(4);
  });

  it.each([
    ['contoso-files', 'Contoso Files'],
    ['納品書', '納品書'],
    ['...', 'My Files'],
  ])('suggests a name for %s', (path, name) => {
    expect(nameFor(path)).toBe(name);
  });
});

const CLI = resolve(import.meta.dirname, '../bin/create-office-addin-sso.mjs');

function create(...args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  return { child, ended, output: () => output };
}

it('refuses a folder that is not empty, and a file', async () => {
  mkdirSync(join(folder, 'full'));
  writeFileSync(join(folder, 'full', 'mine.txt'), 'mine');
  for (const [target, message] of [
    ['full', 'is not empty'],
    ['full/mine.txt', 'is a file'],
  ] as const) {
    const { ended, output } = create(target, '--yes');
    expect(await ended).toBe(1);
    expect(output()).toContain(message);
  }
  expect(readdirSync(join(folder, 'full'))).toEqual(['mine.txt']);
}, 60_000);

it.skipIf(process.platform === 'win32')(
  'leaves nothing behind after Ctrl+C',
  async () => {
    const { child, ended } = create('mine', '--yes');
    await expect.poll(() => readdirSync(folder).length, { timeout: 60_000 }).toBe(1);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
  },
  120_000,
);

describe('the first commit', () => {
  it('has everything, also what a global ignore file names', async () => {
    mkdirSync(join(folder, 'vendor'));
    writeFileSync(join(folder, 'vendor', 'a.tgz'), '');
    await git(folder, ['init', '--quiet']);
    await git(folder, ['config', 'user.name', 'Test']);
    await git(folder, ['config', 'user.email', 'test@example.com']);
    expect(await firstCommit(folder, 'First')).toBeUndefined();
    expect(await git(folder, ['ls-files'])).toBe('vendor/a.tgz\n');
  });

  it('is left to the user where Git is missing', async () => {
    const { PATH } = process.env;
    process.env['PATH'] = folder;
    try {
      expect(await firstCommit(folder, 'First')).toMatch(
        /^Git is not installed.* git init && git add --all/u,
      );
    } finally {
      process.env['PATH'] = PATH;
    }
  });

  it('is left to the user where Git knows no name', async () => {
    writeFileSync(join(folder, 'a'), '');
    await git(folder, ['init', '--quiet']);
    await git(folder, ['config', 'user.useConfigOnly', 'true']);
    const before = { ...process.env };
    Object.assign(process.env, { HOME: folder, XDG_CONFIG_HOME: folder, GIT_CONFIG_NOSYSTEM: '1' });
    for (const name of [
      'EMAIL',
      'GIT_AUTHOR_NAME',
      'GIT_AUTHOR_EMAIL',
      'GIT_COMMITTER_NAME',
      'GIT_COMMITTER_EMAIL',
    ])
      Reflect.deleteProperty(process.env, name);
    try {
      expect(await firstCommit(folder, 'First')).toContain('git config --global user.name');
    } finally {
      Object.assign(process.env, before);
      for (const name of ['HOME', 'XDG_CONFIG_HOME', 'GIT_CONFIG_NOSYSTEM'])
        if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    }
  });
});

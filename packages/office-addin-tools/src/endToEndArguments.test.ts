import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endToEndArguments, endToEndSpecs, PLAYWRIGHT_OPTIONS } from './endToEndArguments.ts';
import { ROOT } from './projectFolder.ts';

const specs = ['tests/mainJob.spec.ts', 'tests/pane/accessibility.spec.ts'];
const check = (...args: string[]) => endToEndArguments(args, specs);

describe('the arguments of npm test', () => {
  it.each([
    [[]],
    [['tests/mainJob.spec.ts', '-g', 'inserts', '--workers=1']],
    [['./tests/mainJob.spec.ts:12:3', '-j', '1', '-x']],
    [['mainJob', '--headed', '--repeat-each', '3']],
    [['pane/.*spec', '--debug=cli', '--update-snapshots=all', '-u']],
    [['tests\\pane\\accessibility.spec.ts']],
  ])('accepts %j', (args) => expect(() => check(...args)).not.toThrow());

  it.each([
    [['--haeded'], /Unknown option --haeded\. Did you mean --headed\? Usage: npm test/],
    [['--vesrion'], /Unknown option --vesrion/],
    [
      ['tests/mainJbo.spec.ts'],
      /No end-to-end test matches "tests\/mainJbo\.spec\.ts"\. Did you mean tests\/mainJob/,
    ],
    [['headed'], /Did you mean --headed\?/],
    [['src/server/auth'], /No end-to-end test matches "src\/server\/auth"/],
    [['('], /No end-to-end test/],
    [[''], /No end-to-end test/],
    [['-g'], /--grep.*Usage/],
  ])('rejects %j before anything runs', (args, message) => expect(() => check(...args)).toThrow(message));

  it.each([
    [[], ['--project=quick']],
    [['--workers=1'], ['--project=quick', '--workers=1']],
    [['tests/mainJob.spec.ts'], ['tests/mainJob.spec.ts']],
    [
      ['-g', 'word'],
      ['-g', 'word'],
    ],
    [['--project=full'], ['--project=full']],
  ])('adds --project=quick unless the arguments select tests: %j', (args, expected) => {
    expect(check(...args)).toEqual(expected);
  });

  it("finds the project's end-to-end tests", () => {
    expect(endToEndSpecs()).toContain('tests/mainJob.spec.ts');
  });

  it('knows every option of `playwright test`', () => {
    const cli = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
    const { stdout } = spawnSync(process.execPath, [cli, 'test', '--help'], { encoding: 'utf8' });
    const listed = [...stdout.matchAll(/^ {2}(?:-\w, )?--?([\w-]+)/gmu)].map(([, name]) => name);
    expect(listed.filter((name) => name !== 'h' && name !== 'help').toSorted()).toEqual(
      Object.keys(PLAYWRIGHT_OPTIONS).toSorted(),
    );
  });
});

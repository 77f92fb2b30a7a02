import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addinApplications } from '../../src/contract/applications.ts';
import { readSideloadOptions } from 'office-addin-tools';

const project = join(import.meta.dirname, '..', '..');
const read = (path: string) => JSON.parse(readFileSync(join(project, path), 'utf8')) as unknown;
const { scripts } = read('package.json') as { scripts: Record<string, string> };

interface Launch {
  readonly name: string;
  readonly program?: string;
  readonly args?: readonly string[];
  readonly serverReadyAction?: { readonly name: string };
}
const { configurations } = read('.vscode/launch.json') as { configurations: readonly Launch[] };
const { tasks } = read('.vscode/tasks.json') as { tasks: readonly { script: string }[] };

describe.each(configurations)(
  'the launch configuration $name',
  ({ program, args = [], serverReadyAction }) => {
    it('starts an existing program', () => {
      if (program === undefined) return;
      expect(existsSync(join(project, program.replace('${workspaceFolder}/', '')))).toBe(true);
      const [command = '', ...rest] = args;
      if (!program.endsWith('run.mjs')) return;
      expect(Object.keys(scripts)).toContain(command);
      if (command === 'start') expect(() => readSideloadOptions(rest, addinApplications)).not.toThrow();
    });

    it('continues with an existing configuration', () => {
      if (serverReadyAction) expect(configurations.map(({ name }) => name)).toContain(serverReadyAction.name);
    });
  },
);

it('has a launch configuration for each application', () => {
  const started = configurations.flatMap(({ args }) => (args?.[0] === 'start' ? [args[2]] : []));
  expect(started.toSorted()).toEqual(addinApplications.toSorted());
});

it('has only tasks that run a script of package.json', () => {
  expect(tasks.map(({ script }) => script).filter((script) => !(script in scripts))).toEqual([]);
});

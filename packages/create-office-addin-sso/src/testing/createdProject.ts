import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from 'office-addin-tools';
import type { Answers } from '../answers.ts';
import { generate } from '../template/generate.ts';
import { applications, options, removals } from '../template/parts.ts';
import { readRepository, type Template } from '../template/readTemplate.ts';

export const template: Template = readRepository(ROOT);

export const everything: Answers = {
  name: 'Contoso Files',
  applications,
  options,
  languages: ['en', 'ar', 'de', 'ja', 'pt-BR', 'th'],
  license: 'MIT',
  holder: 'Contoso Ltd.',
  year: 2026,
  ids: ['5f1c0f0a-3f7e-4b0e-9d6a-1c2b3d4e5f60', '6a2d1f1b-4a8f-4c1f-8e7b-2d3c4e5f6a71'],
};

export const nothing: Answers = {
  ...everything,
  applications: ['word'],
  options: [],
  languages: ['en'],
  license: 'none',
  holder: '',
};

/** A project created in a temporary folder, with the packages of this repository. */
export class CreatedProject {
  readonly #parent = mkdtempSync(join(tmpdir(), 'created-'));
  readonly folder: string;

  /** @param name of the folder */
  constructor(name = 'project') {
    this.folder = join(this.#parent, name);
    mkdirSync(this.folder);
  }

  async generate(answers: Answers, from: Template = template): Promise<this> {
    await generate(this.folder, from, answers, []);
    return this;
  }

  linkPackages(): this {
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
    return this;
  }

  /** Paths of all files, with forward slashes. */
  files(): string[] {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(this.folder.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((path) => !path.startsWith('node_modules/') && !path.startsWith('.git/'));
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Runs a program of node_modules. Returns what it printed. @throws with the output when it fails */
  run(program: string, ...args: string[]): Promise<string> {
    return this.#run(program, args);
  }

  async #run(program: string, args: string[], env: Record<string, string> = {}): Promise<string> {
    try {
      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        [join(this.folder, 'node_modules', program), ...args],
        { cwd: this.folder, maxBuffer: 1e8, env: { ...process.env, ...env } },
      );
      return stdout + stderr;
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${program} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error });
    }
  }

  typecheck = () => this.run('typescript/bin/tsc', '--noEmit', '-p', '.');
  lint = () => this.run('oxlint/bin/oxlint', '-c', 'oxlint.config.js', '--deny-warnings');
  build = () => this.run('office-addin-tools/bin/office-addin-tools.mjs', 'build');
  unitTests = (...args: string[]) =>
    this.run('vitest/vitest.mjs', 'run', '--tags-filter=!full', '--maxWorkers=2', ...args);

  /** Runs the tests that `npm test` runs in a browser. @param firstPort the first of several free ports */
  browserTests = (firstPort: number, ...args: string[]) =>
    this.#run('@playwright/test/cli.js', ['test', '--project=quick', '--workers=1', ...args], {
      TEST_PORT: String(firstPort),
    });

  remove(): void {
    rmSync(this.#parent, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Returns the lines that mention a part which these answers leave out, as `path: line`. */
export function traces(project: CreatedProject, answers: Answers): string[] {
  const leftOut = new Set<string>(options.filter((option) => !answers.options.includes(option)));
  const patterns = removals
    .filter(({ without }) => without.every((part) => leftOut.has(part)))
    .flatMap(({ words, traces: own = words }) => own ?? []);
  const files = project.files().filter((path) => !/\.(?:png|zip|tgz)$|^package-lock\.json$/u.test(path));
  return files.flatMap((path) =>
    project
      .read(path)
      .split('\n')
      .filter((line) => patterns.some((pattern) => pattern.test(line)))
      .map((line) => `${path}: ${line.trim()}`),
  );
}

/** Copies a template whose files can be changed, for upgrades. */
export function changedTemplate(
  from: Template,
  version: string,
  change: (files: Map<string, Buffer>) => void,
): Template {
  const files = new Map(from.files);
  change(files);
  return { version, commit: undefined, files };
}

export const copyFolder = (from: string, to: string) => cpSync(from, to, { recursive: true });

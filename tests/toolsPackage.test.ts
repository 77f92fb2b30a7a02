// @module-tag full
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installPackages, type Installed } from './support/installPackages.ts';

/** The packed package, installed in a project with a manifest but without office-addin.config.ts. */

const root = resolve(import.meta.dirname, '..');
let installed: Installed;
beforeAll(async () => {
  installed = await installPackages(
    ['office-addin-sandbox', 'office-addin-tools'],
    ['@microsoft/office-js', '@types/node', 'typescript', 'webpack'],
  );
}, 600_000);
afterAll(() => installed.remove());

/** Runs the installed command. */
async function tools(...args: string[]): Promise<{ code: number; output: string }> {
  const program = join(installed.project, 'node_modules/office-addin-tools/bin/office-addin-tools.mjs');
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...args], {
      cwd: installed.project,
    });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

it('contains the build and neither sources nor tests', () => {
  const [, packed] = installed.packed;
  const paths = (packed?.files ?? []).map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.d.ts', 'bin/office-addin-tools.mjs']),
  );
  expect(paths.filter((path) => /(?<!\.d)\.ts$|\.test\.|^fixtures/u.test(path))).toEqual([]);
});

it('lists its commands, and suggests one for a misspelled command', async () => {
  const help = await tools('--help');
  expect(help.code).toBe(0);
  expect(help.output).toMatch(/validate/u);
  expect(await tools('vaildate')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/Did you mean validate\?/u) as string,
  });
});

it('reports what is missing in a folder without a manifest', async () => {
  expect(await tools('validate')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/manifest/u) as string,
  });
});

it('validates the manifests of any project', async () => {
  const folder = join(installed.project, 'manifests');
  mkdirSync(folder);
  for (const name of ['manifest.xml', 'manifest.outlook.xml']) {
    const text = readFileSync(join(root, name), 'utf8').replaceAll(
      '{CLIENT_ID}',
      '11111111-2222-4333-8444-555555555555',
    );
    writeFileSync(join(folder, name), text);
  }
  expect(await tools('validate', 'manifests')).toMatchObject({ code: 0 });
  writeFileSync(join(folder, 'broken.xml'), '<OfficeApp><ProviderName>Contoso</ProviderNam></OfficeApp>');
  expect(await tools('validate', 'manifests/broken.xml')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/broken\.xml/u) as string,
  });
});

it('loads a configuration in TypeScript in a process that was started without tsx', async () => {
  writeFileSync(
    join(installed.project, 'office-addin.config.ts'),
    'export default { server: 1 as number };\n',
  );
  const script = "import('office-addin-tools').then(({ loadProject }) => loadProject())";
  await expect(
    promisify(execFile)(process.execPath, ['-e', script], { cwd: installed.project }),
  ).rejects.toThrow(/"server" must be the path of a file/u);
});

it('has types that compile in a strict project', async () => {
  writeFileSync(
    join(installed.project, 'office-addin.config.ts'),
    `import type { AddinProject } from 'office-addin-tools';
export const applications: AddinProject['applications'] = ['word'];
// @ts-expect-error no such application
export const wrong: AddinProject['applications'] = ['access'];
`,
  );
  const args = ['--noEmit', '--strict', '--module', 'NodeNext', '--target', 'ES2023', '--types', 'node'];
  await promisify(execFile)(
    process.execPath,
    [join(installed.project, 'node_modules/typescript/bin/tsc'), ...args, 'office-addin.config.ts'],
    { cwd: installed.project },
  );
});

import { describe, expect, it } from 'vitest';
import { everything, template } from '../testing/createdProject.ts';
import { projectFiles } from './generate.ts';
import { applications, options, removals, type OptionName } from './parts.ts';
import { packTemplate, unpackTemplate } from './readTemplate.ts';

const subsets = <T>(items: readonly T[]): T[][] =>
  items.reduce<T[][]>((all, item) => [...all, ...all.map((one) => [...one, item])], [[]]);

describe('the list of what is left out', () => {
  it('names folders of the starter', () => {
    const folders = removals.flatMap(({ paths = [] }) => paths).filter((path) => path.endsWith('/'));
    const files = [...template.files.keys()];
    expect(folders.filter((folder) => !files.some((file) => file.startsWith(folder)))).toEqual([]);
  });

  it('gives the same project from the packed template', { tags: 'full' }, () => {
    const packed = unpackTemplate(packTemplate(template));
    expect(projectFiles(packed, everything)).toEqual(projectFiles(template, everything));
  });

  it.each(subsets(options))('fits the starter with the options %s %s %s %s', (...chosen) => {
    expect(() => projectFiles(template, { ...everything, options: chosen.filter(Boolean) })).not.toThrow();
  });

  it.each(applications)('fits the starter for %s alone', (application) => {
    const files = projectFiles(template, { ...everything, applications: [application] });
    const documents = applications.filter((name) => files.has(`src/taskpane/documents/${name}.ts`));
    expect(documents).toEqual([application]);
  });
});

it.each(options)('a project without %s alone has no folder, package or setting of it', (option) => {
  const chosen: OptionName[] = options.filter((name) => name !== option);
  const files = projectFiles(template, { ...everything, options: chosen });
  expect(
    [...files.keys()].filter((path) => path.includes(`options/${option}/`) || path.startsWith(`${option}/`)),
  ).toEqual([]);
});

it('every package that a project installs is used, and every package that it imports is installed', () => {
  for (const chosen of [options, []]) {
    const files = projectFiles(template, { ...everything, options: chosen });
    const { dependencies, devDependencies, scripts } = JSON.parse(
      files.get('package.json')?.toString() ?? '',
    ) as Record<'dependencies' | 'devDependencies' | 'scripts', Record<string, string>>;
    const sources = [...files]
      .filter(([path]) => /\.(?:ts|tsx|js|mjs)$/u.test(path))
      .map(([, text]) => text.toString());
    const text = [...sources, JSON.stringify(scripts), files.get('tsconfig.json')?.toString() ?? ''].join(
      '\n',
    );
    const installed = Object.keys({ ...dependencies, ...devDependencies });
    const uses = (name: string) => new RegExp(`['"/ ]${name}['"/ ]`, 'u').test(text);
    const unused = installed.filter(
      (name) => !name.startsWith('@types/') && !INDIRECT.has(name) && !uses(name),
    );
    expect(unused).toEqual([]);
    const imported = [
      ...text.matchAll(/(?:from|import|import\() ?'(?<name>(?:@[\w-]+\/)?[a-z][\w.-]*)/gu),
    ].map(({ groups }) => groups?.['name'] ?? '');
    const own = /^(?:node|office-addin-)/u;
    expect([...new Set(imported)].filter((name) => !own.test(name) && !installed.includes(name))).toEqual([]);
  }
});

/** Used by the tools, by a tool's configuration, or by name only. */
const INDIRECT = new Set([
  '@microsoft/office-js',
  '@swc/core',
  'happy-dom',
  'office-addin-dev-certs',
  'oxlint-tsgolint',
  'prettier',
  'react-refresh',
  'swc-loader',
  'typescript',
]);

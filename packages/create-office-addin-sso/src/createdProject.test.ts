import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { formatted } from './edit/formatted.ts';
import { CreatedProject, everything, nothing, traces } from './testing/createdProject.ts';

/** The smallest project: one application, no options, one language. */

let project: CreatedProject;
beforeAll(async () => {
  project = await new CreatedProject().generate(nothing);
}, 120_000);
afterAll(() => project.remove());

it('has no trace of what was left out', () => {
  expect(traces(project, nothing)).toEqual([]);
});

it('is formatted', { tags: 'full' }, async () => {
  const differs: string[] = [];
  for (const path of project.files()) {
    if (path.endsWith('.png')) continue;
    const text = project.read(path);
    const wanted = await formatted(path, text);
    if (wanted !== undefined && wanted !== text) differs.push(path);
  }
  expect(differs).toEqual([]);
});

it.each<[string, Answers, packages: number]>([
  ['everything', everything, 430],
  ['no options', { ...everything, options: [] }, 385],
])('a project with %s has no trace of what was left out, and few packages', async (_what, answers, most) => {
  const other = await new CreatedProject().generate(answers);
  try {
    expect(traces(other, answers)).toEqual([]);
    expect(missingFiles(other)).toEqual([]);
    const { packages } = JSON.parse(other.read('package-lock.json')) as {
      packages: Record<string, { optional?: true }>;
    };
    // Most optional packages are binaries for other platforms.
    const installed = Object.values(packages).filter(({ optional }) => !optional);
    expect(installed.length).toBeLessThanOrEqual(most);
  } finally {
    other.remove();
  }
});

it('names only files that exist in its documentation', () => {
  expect(missingFiles(project)).toEqual([]);
});

/** Returns the paths in the documentation that lead nowhere, as `page: path`. Recipes also name files to create. */
function missingFiles(created: CreatedProject): string[] {
  const paths = created.files();
  return paths
    .filter((path) => path.endsWith('.md') && !path.startsWith('docs/make-it-yours/'))
    .flatMap((page) =>
      [...created.read(page).matchAll(/`(?<path>(?:src|tests|docs|infra|assets)\/[\w./-]+)`/gu)]
        .map(({ groups }) => groups?.['path'] ?? '')
        // The page says that these tests belong to the starter.
        .filter((path) => page !== 'docs/security.md' || !path.startsWith('tests/server/faults/'))
        .filter((path) => !paths.some((file) => file === path || file.startsWith(path.replace(/\/?$/u, '/'))))
        .map((path) => `${page}: ${path}`),
    );
}

it('has documentation whose links lead to files', () => {
  const files = new Set(project.files());
  const broken = [...files]
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) =>
      [...project.read(path).matchAll(/\]\((?!https?:|#|mailto:)(?<target>[^)#]+)/gu)]
        .map(({ groups }) => new URL(groups?.['target'] ?? '', `https://project/${path}`).pathname.slice(1))
        .filter((target) => !files.has(target) && !target.endsWith('/'))
        .map((target) => `${path}: ${target}`),
    );
  expect(broken).toEqual([]);
});

it('has the name, and its own ids, in the manifests', () => {
  expect(project.files()).toContain('manifest.xml');
  expect(project.files()).not.toContain('manifest.outlook.xml');
  expect(project.read('manifest.xml')).toContain('<DisplayName DefaultValue="Contoso Files"');
  expect(project.read('manifest.xml')).toContain(`<Id>${nothing.ids[0] ?? ''}</Id>`);
  expect(JSON.parse(project.read('package.json'))).toMatchObject({
    name: 'contoso-files',
    license: 'UNLICENSED',
  });
});

it('passes the compiler, and builds', { timeout: 300_000 }, async () => {
  project.linkPackages();
  await project.typecheck();
  await project.build();
});

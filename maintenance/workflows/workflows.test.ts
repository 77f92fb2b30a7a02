import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from 'office-addin-tools';
import { makeLint, type Lint } from './lintWorkflow.ts';

/** GitHub Actions workflows pass two linters and have minimal permissions. */

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly 'timeout-minutes'?: number;
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': unknown };
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(ROOT, '.github/workflows');
const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const text = (name: string) => texts.get(name) ?? '';
const workflows = [...texts].map(([name, content]) => [name, parse(content) as Workflow] as const);

let lint: Lint;
beforeAll(async () => {
  lint = await makeLint();
}, 60_000);

it.each([...texts.keys()])('%s has no lint problems', async (name) => {
  expect(await lint(text(name))).toEqual([]);
});

it.each([
  ['an unknown context', 'vars.SITE_NAME', 'var.SITE_NAME', /var\b/],
  ['an unknown permission', 'id-token: write', 'id-tokens: write', /id-tokens/],
  ['an unknown job', 'needs: build', 'needs: package', /package/],
  ['an unknown event', 'workflow_dispatch:', 'workflow_dispatched:', /workflow_dispatched/],
  ['an unknown key', 'timeout-minutes: 15', 'timeout: 15', /timeout/],
  ['an empty step', '- run: npm ci\n', '- name: nothing\n', /run|uses/],
  [
    'untrusted text in a script',
    'run: npm run build',
    'run: echo ${{ github.event.head_commit.message }}',
    /untrusted/,
  ],
  ['an unclosed expression', "if: vars.SITE_NAME != ''", "if: ${{ vars.SITE_NAME != '", /./],
])('the linters find %s', async (_what, good, bad, found) => {
  expect(text('deploy.yml')).toContain(good);
  expect((await lint(text('deploy.yml').replace(good, () => bad))).join('\n')).toMatch(found);
});

const jobs = workflows.flatMap(([file, { jobs: all }]) =>
  Object.entries(all).map(([name, job]) => [`${file}: ${name}`, job] as const),
);

describe.each(workflows)('%s', (_file, workflow) => {
  it('grants all jobs read access at most, and never runs twice at the same time', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(workflow.permissions);
    expect(workflow.concurrency?.group).toMatch(/./);
  });
});

describe.each(jobs)('%s', (_name, job) => {
  const steps = job.steps ?? [];
  const uses = steps.flatMap((step) => step.uses ?? []);
  const runs = steps.flatMap((step) => step.run ?? []);

  it('has a timeout of at most 30 minutes', () => {
    if (job.uses === undefined) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  it('with Azure permissions runs in an environment, without npm and repository code', () => {
    if (job.permissions?.['id-token'] === undefined || job.uses !== undefined) return;
    expect(job.permissions).toEqual({ 'id-token': 'write' });
    expect(job.environment).toMatch(/^(?:staging|production)$/);
    expect(uses.filter((action) => action.startsWith('actions/checkout'))).toEqual([]);
    expect(runs.filter((line) => /\b(?:npm|npx|node)\b/.test(line))).toEqual([]);
  });

  it('signs in to Azure only with the permission for it', () => {
    if (uses.some((action) => action.startsWith('azure/')))
      expect(job.permissions).toEqual({ 'id-token': 'write' });
  });

  it('has no expressions in scripts, and persists no token in the clone', () => {
    expect(runs.filter((line) => line.includes('${{'))).toEqual([]);
    for (const step of steps) {
      if (step.uses?.startsWith('actions/checkout@'))
        expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });
});

it('uses no secrets', () => {
  for (const content of texts.values()) expect(content).not.toMatch(/\bsecrets\s*[.[]/);
});

it('pins every action to a commit, with the version for Dependabot', () => {
  const used = [...texts.values()].flatMap((content) => [...content.matchAll(/uses: (?!\.\/)(.+)$/gm)]);
  expect(used.length).toBeGreaterThan(0);
  for (const [, action] of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  const dependabot = readFileSync(join(ROOT, '.github/dependabot.yml'), 'utf8');
  expect(dependabot).toContain('package-ecosystem: github-actions');
});

it('uses only actions of GitHub and Azure, each at one commit', () => {
  const used = new Set(jobs.flatMap(([, job]) => (job.steps ?? []).flatMap((step) => step.uses ?? [])));
  expect([...used].map((action) => action.split('@')[0]).sort()).toEqual([
    'actions/checkout',
    'actions/download-artifact',
    'actions/setup-node',
    'actions/upload-artifact',
    'azure/login',
    'azure/webapps-deploy',
  ]);
});

it('deploys to production after the smoke test of staging', () => {
  const deploy = parse(text('deploy.yml')) as { jobs: Record<string, { needs?: string }> };
  const needs = Object.entries(deploy.jobs).map(([name, job]) => `${job.needs ?? ''} -> ${name}`);
  expect(needs).toEqual([' -> test', 'test -> build', 'build -> staging', 'staging -> look', 'look -> swap']);
});

it('uses only variables that docs/deploy.md documents', () => {
  const documented = readFileSync(join(ROOT, 'docs/deploy.md'), 'utf8');
  const named = new Set(
    [...texts.values()].flatMap((one) => [...one.matchAll(/vars\.([A-Z_]+)/g)].map(([, name]) => name)),
  );
  for (const name of named) expect(documented).toContain(`| \`${name}\``);
});

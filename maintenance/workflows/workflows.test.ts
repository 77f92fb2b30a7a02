import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from 'office-addin-tools';
import { makeLint, type Lint } from './lintWorkflow.ts';

/** The workflows of GitHub Actions: sound by two linters, and with no more rights than they need. */

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

it.each([...texts.keys()])('%s is sound', async (name) => {
  expect(await lint(text(name))).toEqual([]);
});

it.each([
  ['a context that is none', 'vars.SITE_NAME', 'var.SITE_NAME', /var\b/],
  ['a permission that is none', 'id-token: write', 'id-tokens: write', /id-tokens/],
  ['a job that is none', 'needs: build', 'needs: package', /package/],
  ['an event that is none', 'workflow_dispatch:', 'workflow_dispatched:', /workflow_dispatched/],
  ['a key that is none', 'timeout-minutes: 15', 'timeout: 15', /timeout/],
  ['a step without anything', '- run: npm ci\n', '- name: nothing\n', /run|uses/],
  [
    'a text of others in a script',
    'run: npm run build',
    'run: echo ${{ github.event.head_commit.message }}',
    /untrusted/,
  ],
  ['an expression that does not end', "if: vars.SITE_NAME != ''", "if: ${{ vars.SITE_NAME != '", /./],
])('%s is found', async (_what, good, bad, found) => {
  expect(text('deploy.yml')).toContain(good);
  expect((await lint(text('deploy.yml').replace(good, () => bad))).join('\n')).toMatch(found);
});

const jobs = workflows.flatMap(([file, { jobs: all }]) =>
  Object.entries(all).map(([name, job]) => [`${file}: ${name}`, job] as const),
);

describe.each(workflows)('%s', (_file, workflow) => {
  it('gives no rights to all of its jobs but reading, and never runs twice at a time', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(workflow.permissions);
    expect(workflow.concurrency?.group).toMatch(/./);
  });
});

describe.each(jobs)('%s', (_name, job) => {
  const steps = job.steps ?? [];
  const uses = steps.flatMap((step) => step.uses ?? []);
  const runs = steps.flatMap((step) => step.run ?? []);

  it('ends at some time', () => {
    if (job.uses === undefined) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  it('with rights in Azure runs in an environment, and nothing of npm or of the repository', () => {
    if (job.permissions?.['id-token'] === undefined || job.uses !== undefined) return;
    expect(job.permissions).toEqual({ 'id-token': 'write' });
    expect(job.environment).toMatch(/^(?:staging|production)$/);
    expect(uses.filter((action) => action.startsWith('actions/checkout'))).toEqual([]);
    expect(runs.filter((line) => /\b(?:npm|npx|node)\b/.test(line))).toEqual([]);
  });

  it('signs in to Azure only where it may', () => {
    if (uses.some((action) => action.startsWith('azure/')))
      expect(job.permissions).toEqual({ 'id-token': 'write' });
  });

  it('puts no expression into a script, and keeps no token in the clone', () => {
    expect(runs.filter((line) => line.includes('${{'))).toEqual([]);
    for (const step of steps) {
      if (step.uses?.startsWith('actions/checkout@'))
        expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });
});

it('there is no secret', () => {
  for (const content of texts.values()) expect(content).not.toMatch(/\bsecrets\s*[.[]/);
});

it('pins every action by commit, next to the version that Dependabot reads', () => {
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

it('production comes after staging was looked at', () => {
  const deploy = parse(text('deploy.yml')) as { jobs: Record<string, { needs?: string }> };
  const needs = Object.entries(deploy.jobs).map(([name, job]) => `${job.needs ?? ''} -> ${name}`);
  expect(needs).toEqual([' -> test', 'test -> build', 'build -> staging', 'staging -> look', 'look -> swap']);
});

it('the variables are those that docs/deploy.md names', () => {
  const documented = readFileSync(join(ROOT, 'docs/deploy.md'), 'utf8');
  const named = new Set(
    [...texts.values()].flatMap((one) => [...one.matchAll(/vars\.([A-Z_]+)/g)].map(([, name]) => name)),
  );
  for (const name of named) expect(documented).toContain(`| \`${name}\``);
});

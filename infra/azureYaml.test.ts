import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from 'office-addin-tools';
import { INFRA, readTemplates } from './checks/checkProject.ts';

/** Checks azure.yaml against the part of azd's schema (v1.0) that it uses. azd ignores unknown members. */

const hook = z.strictObject({
  run: z.string(),
  kind: z.literal('ts'),
  interactive: z.boolean().optional(),
  continueOnError: z.boolean().optional(),
});
const events = ['provision', 'deploy', 'package', 'up', 'down', 'restore', 'publish'];
const hookName = z.enum(events.flatMap((event) => [`pre${event}`, `post${event}`]));
const schema = z.strictObject({
  name: z.string().regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/),
  requiredVersions: z.strictObject({ azd: z.string().regex(/^>= \d+\.\d+\.\d+$/) }),
  infra: z.strictObject({ provider: z.literal('bicep'), path: z.string(), module: z.string() }),
  services: z.record(
    z.string(),
    z.strictObject({
      project: z.string(),
      dist: z.string(),
      language: z.enum(['js', 'ts']),
      host: z.literal('appservice'),
    }),
  ),
  hooks: z.partialRecord(hookName, hook),
  workflows: z.strictObject({ up: z.strictObject({ steps: z.array(z.strictObject({ azd: z.string() })) }) }),
});

const text = readFileSync(join(ROOT, 'azure.yaml'), 'utf8');
const azureYaml = schema.parse(parse(text));
const hooks = Object.entries(azureYaml.hooks).map(([name, one]) => ({ name, file: one?.run ?? '' }));

describe('azure.yaml', () => {
  it.each([
    ['an unknown member', 'language: js', 'lang: js'],
    ['an unknown host', 'host: appservice', 'host: webapp'],
    ['an unknown event', '  preprovision:', '  beforeprovision:'],
    ['an unknown kind', 'kind: ts', 'kind: node'],
    ['a name that azd refuses', 'name: office-addin', 'name: Office Add-in'],
  ])('the schema rejects %s', (_kind, good, bad) => {
    expect(text).toContain(good);
    expect(schema.safeParse(parse(text.replace(good, bad))).success).toBe(false);
  });

  it('names existing files', () => {
    const { infra, services } = azureYaml;
    expect(existsSync(join(ROOT, infra.path, `${infra.module}.bicep`))).toBe(true);
    expect(existsSync(join(ROOT, infra.path, `${infra.module}.parameters.json`))).toBe(true);
    for (const { file } of hooks) expect(existsSync(join(ROOT, file))).toBe(true);
    expect(Object.keys(services)).toEqual(['web']);
  });

  it('deploys the dist/site folder to the tagged site', async () => {
    const site = (await readTemplates()).get('modules/site.bicep');
    expect(site?.root.text).toContain("'azd-service-name': 'web'");
    expect(azureYaml.services['web']).toMatchObject({ project: '.', dist: 'dist/site' });
  });

  it("provisions before it deploys, because manifests need the registration's id", () => {
    expect(azureYaml.workflows.up.steps.map(({ azd }) => azd)).toEqual(['provision', 'deploy --all']);
  });
});

describe("azd's environment", () => {
  const ofAzd = ['AZURE_ENV_NAME', 'AZURE_LOCATION'];
  const documented = [
    ...readFileSync(join(ROOT, 'docs/deploy.md'), 'utf8').matchAll(/^\| `(?<name>[A-Z_]+)` /gmu),
  ].map(([, name]) => name ?? '');
  const keptByHooks = ['CLIENT_ID', 'AUTHORITY', 'SCOPE', 'CACHE_KEYS', 'DATABASE_PASSWORD'];
  const inParameters = [
    ...readFileSync(join(INFRA, 'main.parameters.json'), 'utf8').matchAll(/\$\{([A-Z_]+)/gu),
  ].map(([, name]) => name ?? '');

  it('has a source for every value that the templates read', () => {
    const known = [...ofAzd, ...keptByHooks, ...documented];
    expect(inParameters.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('is documented for exactly the values that a person sets', async () => {
    const hookText = ['registration', 'nextSteps']
      .map((name) => readFileSync(join(INFRA, `hooks/${name}.ts`), 'utf8'))
      .join('\n');
    const outputs = [...((await readTemplates()).get('main.bicep')?.outputs.keys() ?? [])];
    const unread = documented.filter((name) => !inParameters.includes(name) && !hookText.includes(name));
    expect(unread.filter((name) => !name.startsWith('AZD_'))).toEqual([]);
    // Outputs that the hooks read must exist.
    const read = [...hookText.matchAll(/\b(?:SITE|STAGING|RESOURCE|DOMAIN|IDENTITY)_[A-Z_]+\b/gu)].map(
      ([name]) => name,
    );
    expect(read.filter((name) => !outputs.includes(name))).toEqual([]);
    expect(read.length).toBeGreaterThan(4);
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkNames } from './checkNames.ts';
import { checkResources } from './checkResources.ts';
import { readTemplate, type Template } from './template.ts';

export const INFRA = join(import.meta.dirname, '..');

/** Returns the templates by path relative to main.bicep: main.bicep itself, and modules/*.bicep. */
export async function readTemplates(): Promise<Map<string, Template>> {
  const files = ['main.bicep', ...readdirSync(join(INFRA, 'modules')).map((name) => `modules/${name}`)];
  const templates = files.map(async (file) => [file, await readTemplate(join(INFRA, file), file)] as const);
  return new Map(await Promise.all(templates));
}

/** Runs all checks. They don't know scopes, SKUs of a region, or values of expressions. */
export function checkTemplates(templates: ReadonlyMap<string, Template>): string[] {
  return [...templates.values()].flatMap((template) => [
    ...checkResources(template),
    ...checkNames(template, templates),
  ]);
}

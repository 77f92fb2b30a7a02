import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { errorsPage, ROOT } from 'office-addin-tools';
import { catalogue } from '../../src/contract/catalogue.ts';
import { explanations } from '../../src/contract/explanations.ts';

it('docs/errors.md is up to date; run `npx office-addin-tools errors` after a change', async () => {
  const stored = await readFile(join(ROOT, 'docs', 'errors.md'), 'utf8');
  expect(stored.replaceAll('\r\n', '\n')).toBe(errorsPage({ catalogue, explanations }));
});

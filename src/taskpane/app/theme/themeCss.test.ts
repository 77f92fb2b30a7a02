import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { themeCss } from './themeCss.ts';

it('theme.css matches brand.ts; run `npm run theme` after a change', async () => {
  expect(await readFile(join(import.meta.dirname, 'theme.css'), 'utf8')).toBe(themeCss());
});

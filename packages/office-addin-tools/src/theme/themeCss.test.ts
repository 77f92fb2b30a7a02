import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../projectFolder.ts';
import { themeCss } from './themeCss.ts';

it('theme.css is what brand.ts says: run `npx office-addin-tools theme` after a change', async () => {
  expect(await readFile(join(ROOT, 'src/taskpane/app/theme/theme.css'), 'utf8')).toBe(themeCss());
});

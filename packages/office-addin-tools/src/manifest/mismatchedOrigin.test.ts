import { expect, it } from 'vitest';
import { mismatchedOrigin } from './mismatchedOrigin.ts';

const page = (origin: string) => `<bt:Url id="Pane.Url" DefaultValue="${origin}/taskpane.html" />`;
const other = 'https://addin.contoso.example';

it.each([
  ['of the settings', [page('https://localhost:3000')], undefined],
  ['another one, in all of them', [page(other), `"page": "${other}/taskpane.html"`], other],
  ['another one, in one of them only', [page(other), page('https://localhost:3000')], undefined],
  ['none', ['<OfficeApp/>'], undefined],
])('the origin is %s', (_which, texts, found) => {
  expect(mismatchedOrigin(texts, 'https://localhost:3000')).toBe(found);
});

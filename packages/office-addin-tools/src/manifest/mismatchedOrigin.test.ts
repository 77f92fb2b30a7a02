import { expect, it } from 'vitest';
import { mismatchedOrigin } from './mismatchedOrigin.ts';

const page = (origin: string) => `<bt:Url id="Pane.Url" DefaultValue="${origin}/taskpane.html" />`;
const other = 'https://addin.contoso.example';

it.each([
  ['undefined if all manifests match the settings', [page('https://localhost:3000')], undefined],
  ['the origin that all manifests share', [page(other), `"page": "${other}/taskpane.html"`], other],
  ['undefined if the manifests differ', [page(other), page('https://localhost:3000')], undefined],
  ['undefined without an origin', ['<OfficeApp/>'], undefined],
])('returns %s', (_which, texts, found) => {
  expect(mismatchedOrigin(texts, 'https://localhost:3000')).toBe(found);
});

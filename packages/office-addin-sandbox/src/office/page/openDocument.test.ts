import { expect, it } from 'vitest';
import { added } from './openDocument.ts';

it('returns added entries, including duplicates of existing ones', () => {
  const a = { kind: 'paragraph', text: 'a' };
  const b = { kind: 'paragraph', text: 'b' };
  expect(added([a], [a, b])).toEqual([b]);
  expect(added([a], [a, { ...a }])).toEqual([a]);
  expect(added([a, b], [b])).toEqual([]);
});

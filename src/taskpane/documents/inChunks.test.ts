import { expect, it } from 'vitest';
import { inChunks } from './inChunks.ts';
import { files } from '../../../tests/support/documents.ts';

it('splits a list without losing an item', () => {
  expect(inChunks(files(5), 2).map((chunk) => chunk.length)).toEqual([2, 2, 1]);
  expect(inChunks([], 2)).toEqual([]);
});

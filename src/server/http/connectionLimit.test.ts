import { expect, it } from 'vitest';
import { connectionLimit, readOpenFiles } from './connectionLimit.ts';

it.each([
  [undefined, 10_000],
  [1_048_576, 10_000],
  [1_024, 512],
])('with an open-file limit of %s, allows %i connections', (files, expected) => {
  const text = `Limit   Soft Limit  Hard Limit  Units\nMax open files            ${files}  ${files}  files\n`;
  expect(connectionLimit(10_000, files)).toBe(expected);
  expect(readOpenFiles(text)).toBe(files);
});

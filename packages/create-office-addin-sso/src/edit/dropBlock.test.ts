import { expect, it } from 'vitest';
import { dropBlock } from './dropBlock.ts';

it.each([
  ['a line', 'a\nb\nc', 'b', 'a\nc'],
  ['a block with its bracket', 'x = {\n  a: {\n    b,\n  },\n  c,\n};', 'a: {', 'x = {\n  c,\n};'],
  ['both branches', 'if (a) {\n  b\n} else {\n  c\n}\nd', 'if (a)', 'd'],
  ['its comment', '// why\na\nb', 'a', 'b'],
  ['its doc comment', 'z\n/**\n * Why.\n */\nfunction a() {\n  b;\n}\nc', 'function a', 'z\nc'],
  ['one of two blank lines', 'a\n\nb\n\nc', 'b', 'a\n\nc'],
  ['a step of a workflow', 'steps:\n  - run: a\n    if: b\n  - run: c', '- run: a', 'steps:\n  - run: c'],
])('drops %s', (_what, text, start, expected) => {
  expect(dropBlock(text, start)).toBe(expected);
});

it('drops the block around a line', () => {
  expect(dropBlock('[\n  {\n    b,\n    a,\n  },\n  c,\n]', 'around: a')).toBe('[\n  c,\n]');
});

it('drops a line that contains a text', () => {
  expect(dropBlock("['x', 1],\n['y', 2],", 'with: 2')).toBe("['x', 1],");
});

it('finds no line that is missing or repeated', () => {
  expect(dropBlock('a\nb', 'c')).toBeUndefined();
  expect(dropBlock('a\na', 'a')).toBeUndefined();
});

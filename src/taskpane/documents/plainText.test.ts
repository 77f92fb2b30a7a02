import { expect, it } from 'vitest';
import { oneLine } from './plainText.ts';

it.each([
  ['a\nb\r\nc\td\u0000e\u2028f', 'a b c d e f'],
  ['  Plan.docx ', 'Plan.docx'],
  ['half\ud83d', 'half\ufffd'],
])('oneLine of %j is %j', (text, line) => expect(oneLine(text)).toBe(line));

import { describe, expect, it } from 'vitest';
import { truncateText, firstGrapheme, wellFormed } from './text.ts';

const family = '👨‍👩‍👧‍👦';

describe('truncateText', () => {
  it.each([
    ['an emoji', '😀'],
    ['an emoji of four joined emoji', family],
    ['a flag', '🇹🇭'],
    ['a skin tone', '👍🏽'],
    ['a keycap', '7️⃣'],
    ['a letter with marks', 'e\u0301\u0323'],
    ['Thai with a vowel and a tone mark', 'กำ\u0e49'],
    ['a decomposed Hangul syllable', '\u1112\u1161\u11ab'],
  ])('does not split %s', (_name, cluster) => {
    for (let before = 400 - cluster.length; before < 400; before += 1) {
      const text = 'a'.repeat(before) + cluster.repeat(3);
      const cut = truncateText(text, 400);
      const rest = cut.slice(before);
      expect(cut.length).toBeLessThanOrEqual(400);
      expect(rest === '' || rest === cluster || rest === cluster + cluster).toBe(true);
      expect(wellFormed(cut)).toBe(cut);
    }
  });

  it('cuts a grapheme that is longer than the limit between code points', () => {
    expect(truncateText(`e${'\u0301'.repeat(5000)}`, 400)).toHaveLength(400);
    const marks = `e${'\u{1e8d0}'.repeat(500)}`;
    for (const max of [399, 400]) expect(wellFormed(truncateText(marks, max))).toBe(truncateText(marks, max));
  });

  it('returns text within the limit unchanged', () => {
    expect(truncateText(`${'a'.repeat(398)}😀`, 400)).toHaveLength(400);
    expect(truncateText('', 400)).toBe('');
  });
});

it.each([
  ['a\ud83db', 'a\ufffdb'],
  ['\ude00a', '\ufffda'],
  ['\ude00\ud83d', '\ufffd\ufffd'],
  [family, family],
])('wellFormed replaces lone surrogates in %j', (text, expected) => expect(wellFormed(text)).toBe(expected));

it.each([
  ['e\u0301va', 'e\u0301'],
  [`${family}x`, family],
  ['', ''],
])('firstGrapheme returns the first user-perceived character of %j', (text, expected) =>
  expect(firstGrapheme(text)).toBe(expected),
);

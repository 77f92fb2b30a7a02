import { describe, expect, it } from 'vitest';
import { cutText, firstGrapheme, wellFormed } from './text.ts';

const family = '👨‍👩‍👧‍👦';

describe('cutText', () => {
  it.each([
    ['an emoji', '😀'],
    ['an emoji joined of four', family],
    ['a flag', '🇹🇭'],
    ['a skin tone', '👍🏽'],
    ['a keycap', '7️⃣'],
    ['a letter with marks', 'e\u0301\u0323'],
    ['Thai with vowel and tone', 'กำ\u0e49'],
    ['Hangul in parts', '\u1112\u1161\u11ab'],
  ])('does not cut %s', (_name, cluster) => {
    for (let before = 400 - cluster.length; before < 400; before += 1) {
      const text = 'a'.repeat(before) + cluster.repeat(3);
      const cut = cutText(text, 400);
      const rest = cut.slice(before);
      expect(cut.length).toBeLessThanOrEqual(400);
      expect(rest === '' || rest === cluster || rest === cluster + cluster).toBe(true);
      expect(wellFormed(cut)).toBe(cut);
    }
  });

  it('cuts within a cluster that is longer than the limit, between code points', () => {
    expect(cutText(`e${'\u0301'.repeat(5000)}`, 400)).toHaveLength(400);
    const marks = `e${'\u{1e8d0}'.repeat(500)}`;
    for (const most of [399, 400]) expect(wellFormed(cutText(marks, most))).toBe(cutText(marks, most));
  });

  it('leaves text that fits', () => {
    expect(cutText(`${'a'.repeat(398)}😀`, 400)).toHaveLength(400);
    expect(cutText('', 400)).toBe('');
  });
});

it.each([
  ['a\ud83db', 'a\ufffdb'],
  ['\ude00a', '\ufffda'],
  ['\ude00\ud83d', '\ufffd\ufffd'],
  [family, family],
])('wellFormed(%j)', (text, expected) => expect(wellFormed(text)).toBe(expected));

it.each([
  ['e\u0301va', 'e\u0301'],
  [`${family}x`, family],
  ['', ''],
])('firstGrapheme(%j)', (text, expected) => expect(firstGrapheme(text)).toBe(expected));

/**
 * Estimates the height of text on a slide, because Office.js can't measure it. Errs on the large side: a box that is too
 * tall leaves a gap, but one that is too short lets the next insert cover the text.
 */

/** Points. PowerPoint's margins of a new text box, both sides together. */
const MARGIN = { across: 14.4, down: 7.2 };

/** In em. Wide fonts such as Verdana reach these widths; Calibri and Aptos are much narrower. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/[il.,:;'|!\s]/, 0.4],
  [/[mwMW@%&]/, 1.05],
  [/[a-z0-9]/, 0.65],
  [/\p{ASCII}/u, 0.8],
  [/[\p{scx=Latin}\p{scx=Cyrillic}\p{scx=Greek}]/u, 0.85],
];
/** In em. Han, kana, Hangul, emoji, and unknown characters. */
const FULL_WIDTH = 1.15;

/** Scripts whose fonts have taller lines than Latin fonts, and emoji. */
const TALL = /[^\p{ASCII}\p{scx=Latin}\p{scx=Cyrillic}\p{scx=Greek}\p{P}]/u;
const LINE_HEIGHT = { usual: 1.3, tall: 1.7 };

/** Returns the height in points of a text box with this text. @param width of the box, in points */
export function textHeight(text: string, width: number, fontSize: number): number {
  const room = Math.max(width - MARGIN.across, fontSize) / fontSize;
  const lines = text.split(/[\n\r\v]/);
  const heights = lines.map(
    (line) => wrappedLines(line, room) * (TALL.test(line) ? LINE_HEIGHT.tall : LINE_HEIGHT.usual),
  );
  return MARGIN.down + fontSize * heights.reduce((sum, height) => sum + height, 0);
}

/** Wraps between words and breaks words that are wider than a line. @param room in em */
function wrappedLines(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(/(?<=[\s-])/)) {
    const width = widthOf(word);
    if (used + width <= room) {
      used += width;
    } else {
      if (used > 0) lines += 1;
      lines += Math.max(Math.ceil(width / room) - 1, 0);
      used = width % room;
    }
  }
  return lines;
}

function widthOf(word: string): number {
  let width = 0;
  for (const character of word) {
    width += widths.find(([kind]) => kind.test(character))?.[1] ?? FULL_WIDTH;
  }
  return width;
}

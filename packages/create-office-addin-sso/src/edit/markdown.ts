/** Removes from Markdown what is about a part that was left out. Pure. */

const WIDTH = 120;

/**
 * Returns the page without the sentences, list items, table rows, lines of code and sections that contain one of the
 * words. Of a heading such as `Logs and traces`, only the half with the word goes.
 */
export function dropWords(page: string, words: RegExp): string {
  const kept: string[][] = [];
  let droppedLevel = Infinity;
  for (const block of blocksOf(page)) {
    const level = headingLevel(block);
    if (level > 0 && level <= droppedLevel) droppedLevel = Infinity;
    if (level >= droppedLevel || (level === 0 && droppedLevel < Infinity)) continue;
    const rest = withoutWords(block, words);
    if (rest.length > 0) kept.push(rest);
    else if (level > 0) droppedLevel = level;
  }
  return `${withoutEmptySections(kept)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** Returns the page with the links that lead to no file of the project reduced to their text. */
export function dropLinks(page: string, leadsSomewhere: (target: string) => boolean): string {
  const isMissing = (target: string) => !/^(?:[a-z]+:|#)/u.test(target) && !leadsSomewhere(target);
  return page
    .replace(/ \(\[[^\]]*\]\((?<target>[^()\s]+)\)\)/gu, (whole, target: string) =>
      isMissing(target) ? '' : whole,
    )
    .replace(/!?\[(?<text>[^\]]*)\]\((?<target>[^()\s]+)\)/gu, (whole, text: string, target: string) =>
      isMissing(target) ? text : whole,
    );
}

/** Blocks are paragraphs, lists, tables, headings and fenced code, as lists of lines. */
function blocksOf(page: string): string[][] {
  const blocks: string[][] = [];
  let block: string[] = [];
  let fenced = false;
  const end = () => {
    if (block.length > 0) blocks.push(block);
    block = [];
  };
  for (const line of page.split('\n')) {
    if (line.startsWith('```')) {
      if (!fenced) end();
      block.push(line);
      if (fenced) end();
      fenced = !fenced;
    } else if (fenced) block.push(line);
    else if (line.trim() === '') end();
    else if (headingLevel([line]) > 0) {
      end();
      blocks.push([line]);
    } else block.push(line);
  }
  end();
  return blocks;
}

function headingLevel([first = '']: readonly string[]): number {
  return /^(?<signs>#{1,6}) /u.exec(first)?.groups?.['signs']?.length ?? 0;
}

function withoutWords(block: readonly string[], words: RegExp): string[] {
  if (!words.test(block.join('\n'))) return [...block];
  const [first = ''] = block;
  if (headingLevel(block) > 0) return heading(first, words);
  if (first.startsWith('```')) {
    const lines = block.filter((line) => !words.test(line));
    return lines.length > 2 ? lines : [];
  }
  if (first.startsWith('|')) {
    const rows = block.filter((row) => !words.test(row));
    return rows.length > 2 && !words.test(first) ? rows : [];
  }
  if (isItem(first)) return itemsOf(block).flatMap((item) => itemWithout(item, words));
  return wrapped(sentencesWithout(block.join(' '), words), '');
}

function heading(line: string, words: RegExp): string[] {
  const [, signs = '', title = ''] = /^(#+ )(.*)$/u.exec(line) ?? [];
  const halves = title.split(/,? and |, /u);
  const kept = halves.filter((half) => !words.test(half));
  if (kept.length === 0 || halves.length === 1) return [];
  const text = kept.join(' and ');
  return [`${signs}${text.charAt(0).toUpperCase()}${text.slice(1)}`];
}

const isItem = (line: string): boolean => /^\s*(?:[-*]|\d+\.) /u.test(line);

/** An item with its continuation lines; items below it are items themselves. */
function itemsOf(block: readonly string[]): string[][] {
  const items: string[][] = [];
  for (const line of block) {
    if (isItem(line)) items.push([line]);
    else items.at(-1)?.push(line);
  }
  return items;
}

/** Keeps the other sentences of an item that has several. */
function itemWithout(item: readonly string[], words: RegExp): string[] {
  const text = item.map((line, index) => (index === 0 ? line : line.trim())).join(' ');
  if (!words.test(text)) return [...item];
  const [, mark = '', rest = ''] = /^(\s*(?:[-*]|\d+\.) )(.*)$/u.exec(text) ?? [];
  const kept = sentencesWithout(rest, words);
  return kept === '' || words.test(rest.split(/[.:]/u)[0] ?? '')
    ? []
    : wrapped(mark + kept, ' '.repeat(mark.length));
}

function sentencesWithout(text: string, words: RegExp): string {
  return text
    .split(/(?<=[.!?][)*]*)\s+(?=[A-Z`"[*(])/u)
    .filter((sentence) => !words.test(sentence))
    .join(' ');
}

function wrapped(text: string, indentation: string): string[] {
  if (text === '') return [];
  const lines: string[] = [];
  for (const word of text.split(/\s+(?=\S)/u)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length + 1 <= WIDTH)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(line === undefined ? word : indentation + word);
  }
  return lines;
}

/** Drops headings that have neither text nor a smaller heading below them. */
function withoutEmptySections(blocks: readonly string[][]): string[][] {
  const kept: string[][] = [];
  for (const block of [...blocks].reverse()) {
    const level = headingLevel(block);
    const below = headingLevel(kept[0] ?? ['# ']);
    if (level > 1 && below > 0 && below <= level) continue;
    kept.unshift(block);
  }
  return kept;
}

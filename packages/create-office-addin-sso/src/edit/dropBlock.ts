/** How a line is found, and what is removed: by its beginning, by a part of it, or with the block that it is in. */
const PLACES = /^(?:(?<place>with|around): )?(?<text>.*)$/su;

/**
 * Removes the one line that `line` names, together with the lines that belong to it: those indented deeper below it,
 * the bracket that closes it, and the comment directly above it. Relies on the indentation that Prettier writes.
 * @param line its beginning; `with: ` and a part of it; or `around: ` and the beginning of a line in the block to remove
 * @returns undefined when it names no line, or more than one
 */
export function dropBlock(text: string, line: string): string | undefined {
  const lines = text.split('\n');
  const { place, text: wanted = '' } = PLACES.exec(line)?.groups ?? {};
  const found = lines.flatMap((each, index) =>
    (place === 'with' ? each.includes(wanted) : each.trimStart().startsWith(wanted)) ? [index] : [],
  );
  const [at] = found;
  if (at === undefined || found.length > 1) return undefined;
  const first = place === 'around' ? parentOf(lines, at) : at;
  const from = commentAbove(lines, first);
  let to = endOfBlock(lines, first);
  // A blank line on both sides would leave two.
  if (isBlank(lines[to + 1]) && (from === 0 || isBlank(lines[from - 1]))) to += 1;
  else if (isBlank(lines[from - 1]) && /^\s*[}\])]/u.test(lines[to + 1] ?? '')) {
    return [...lines.slice(0, from - 1), ...lines.slice(to + 1)].join('\n');
  }
  return [...lines.slice(0, from), ...lines.slice(to + 1)].join('\n');
}

/** Returns the index of the line that opens the block around a line. */
function parentOf(lines: readonly string[], index: number): number {
  const indentation = indentationOf(lines[index] ?? '');
  let parent = index;
  while (parent > 0 && (isBlank(lines[parent]) || indentationOf(lines[parent] ?? '') >= indentation))
    parent -= 1;
  return parent;
}

function endOfBlock(lines: readonly string[], first: number): number {
  const indentation = indentationOf(lines[first] ?? '');
  let last = first;
  for (let at = first + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (indentationOf(line) <= indentation) {
      // `})` and `} else {` belong to the block; `<` closes an element of XML.
      const closes = indentationOf(line) === indentation && /^\s*(?:[}\])]|<\/)/u.test(line);
      if (!closes) break;
      last = at;
      if (!/[{[(]$/u.test(line)) break;
    } else last = at;
  }
  return last;
}

/** Returns the index of the first line of the comment above a line, or the line's own index. */
function commentAbove(lines: readonly string[], index: number): number {
  let from = index;
  while (/^\s*(?:\/\/|# )/u.test(lines[from - 1] ?? '')) from -= 1;
  if (from === index && /\*\/$/u.test(lines[index - 1] ?? '')) {
    from -= 1;
    while (from > 0 && !/^\s*\/\*/u.test(lines[from] ?? '')) from -= 1;
  }
  return from;
}

const isBlank = (line: string | undefined): boolean => line !== undefined && line.trim() === '';
const indentationOf = (line: string): number => /^\s*/u.exec(line)?.[0].length ?? 0;

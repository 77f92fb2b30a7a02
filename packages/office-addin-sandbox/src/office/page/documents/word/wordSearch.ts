/** Options of `search`, by their names in batches or in the API. */
export type SearchOptions = Readonly<Record<string, unknown>>;

/** Returns start and end of each match, like Word's search. */
export function searchText(text: string, wanted: string, options: SearchOptions): [number, number][] {
  const is = (name: string) =>
    options[name] === true || options[name.charAt(0).toUpperCase() + name.slice(1)] === true;
  const source = is('matchWildcards') ? wildcards(wanted) : escapeRegExp(wanted);
  const before = is('matchWholeWord') || is('matchPrefix') ? String.raw`(?<![\p{L}\p{N}_])` : '';
  const after = is('matchWholeWord') || is('matchSuffix') ? String.raw`(?![\p{L}\p{N}_])` : '';
  const flags = is('matchCase') || is('matchWildcards') ? 'gu' : 'giu';
  return [...text.matchAll(new RegExp(before + source + after, flags))].flatMap(({ index, 0: found }) =>
    found === '' ? [] : [[index, index + found.length]],
  );
}

/** Converts Word's wildcards: `?` one character, `*` any, `[a-z]`, `[!a]`, `{n,m}`, `@` one or more, `<` and `>` ends of a word. */
function wildcards(pattern: string): string {
  return pattern.replaceAll(/\\(.)|\[!|[?*@<>{}[\]().+^$|]/g, (sign, escaped: string | undefined) => {
    if (escaped !== undefined) return escapeRegExp(escaped);
    const translated: Readonly<Record<string, string>> = {
      '?': '.',
      '*': '.*?',
      '@': '+?',
      '<': String.raw`(?<![\p{L}\p{N}_])`,
      '>': String.raw`(?![\p{L}\p{N}_])`,
      '[!': '[^',
      '{': '{',
      '}': '}',
      '[': '[',
      ']': ']',
      '(': '(',
      ')': ')',
    };
    return translated[sign] ?? escapeRegExp(sign);
  });
}

const escapeRegExp = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** Options that the sandbox doesn't implement. */
export function unsupportedSearchOptions(options: SearchOptions): string[] {
  return ['ignorePunct', 'ignoreSpace'].filter(
    (name) => options[name] === true || options[name.charAt(0).toUpperCase() + name.slice(1)] === true,
  );
}

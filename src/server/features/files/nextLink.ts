/** Characters; the tokens of OneDrive and SharePoint have some hundreds. */
const MAX_LENGTH = 3_000;

/** Query characters of RFC 3986 3.4, without the ampersand, and whole percent-encodings only. */
const VALUE = /^(?:[\w.~!$'()*+,;:@/?=-]|%[\da-f]{2})+$/i;
/** Line breaks and other control characters, encoded. */
const ENCODED_CONTROL = /%(?:[01][\da-f]|7f)/i;

/**
 * Returns the part of `@odata.nextLink` that says where the next page begins, such as `$skiptoken=abc`. Everything else
 * in the link is ignored: it is put onto our own request, to our own endpoint, so a link to another host or resource
 * leads nowhere. The parameter's name comes in several forms (`$skipToken`, `%24skiptoken`, `skiptoken`, `$skip`).
 * Its value is handed back character by character, because it is opaque (a plus sign is not a space everywhere).
 * @returns undefined when the link has no such part
 */
export function nextOf(nextLink: unknown): string | undefined {
  if (typeof nextLink !== 'string') return undefined;
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(nextLink) ?? [];
  const found = new Map<string, string>();
  for (const parameter of query.split('&')) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(parameter) ?? [];
    const known = /^(?:\$|%24)?(skiptoken|skip)$/i.exec(name)?.[1]?.toLowerCase();
    if (known !== undefined && !found.has(known)) found.set(known, value);
  }
  const next = [...found].map(([name, value]) => `$${name}=${value}`).join('&');
  return isNext(next) ? next : undefined;
}

/** Tells whether a text has the form of what `nextOf` returns. */
export function isNext(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const names = text.split('&').map((parameter) => {
    const [, name = '', value = ''] = /^\$(skiptoken|skip)=(.*)$/s.exec(parameter) ?? [];
    const fits =
      name === 'skip' ? /^\d{1,9}$/.test(value) : VALUE.test(value) && !ENCODED_CONTROL.test(value);
    return fits ? name : '';
  });
  return names.every((name) => name !== '') && new Set(names).size === names.length;
}

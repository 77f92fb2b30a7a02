/** Characters; tokens of OneDrive and SharePoint have a few hundred. */
const MAX_LENGTH = 3_000;

/** Query characters of RFC 3986 3.4 except the ampersand, and complete percent-encodings. */
const VALUE = /^(?:[\w.~!$'()*+,;:@/?=-]|%[\da-f]{2})+$/i;
/** Encoded control characters, such as line breaks. */
const ENCODED_CONTROL = /%(?:[01][\da-f]|7f)/i;

/**
 * Returns the query parameters of `@odata.nextLink` that select the next page, such as `$skiptoken=abc`. Ignores the rest
 * of the link: the parameters are added to our own request to our own endpoint, so a link to another host or resource is
 * harmless. The parameter's name has several forms (`$skipToken`, `%24skiptoken`, `skiptoken`, `$skip`). Its value is
 * opaque and returned unchanged (a plus sign does not always mean a space).
 * @returns undefined if the link has no such parameters
 */
export function nextPageQuery(nextLink: unknown): string | undefined {
  if (typeof nextLink !== 'string') return undefined;
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(nextLink) ?? [];
  const found = new Map<string, string>();
  for (const parameter of query.split('&')) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(parameter) ?? [];
    const known = /^(?:\$|%24)?(skiptoken|skip)$/i.exec(name)?.[1]?.toLowerCase();
    if (known !== undefined && !found.has(known)) found.set(known, value);
  }
  const next = [...found].map(([name, value]) => `$${name}=${value}`).join('&');
  return isNextPageQuery(next) ? next : undefined;
}

/** Returns whether the text could be a result of `nextPageQuery`. */
export function isNextPageQuery(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const names = text.split('&').map((parameter) => {
    const [, name = '', value = ''] = /^\$(skiptoken|skip)=(.*)$/s.exec(parameter) ?? [];
    const fits =
      name === 'skip' ? /^\d{1,9}$/.test(value) : VALUE.test(value) && !ENCODED_CONTROL.test(value);
    return fits ? name : '';
  });
  return names.every((name) => name !== '') && new Set(names).size === names.length;
}

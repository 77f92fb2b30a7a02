/** Characters. Excel rejects longer addresses, and in practice so do the others. */
const MAX_LENGTH = 2000;

/** Returns the normalized address, or null if it is not https, has credentials, or is too long for Office. */
export function linkAddress(webUrl: string): string | null {
  const url = URL.canParse(webUrl) ? new URL(webUrl) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url.href.length > MAX_LENGTH ? null : url.href;
}

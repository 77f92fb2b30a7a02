/** Excel refuses longer addresses; the others accept no more than that either in practice. */
const LONGEST = 2000;

/** The address as a link may carry it, or null: only https, and of a length that Office takes. */
export function linkAddress(webUrl: string): string | null {
  const url = URL.canParse(webUrl) ? new URL(webUrl) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url.href.length > LONGEST ? null : url.href;
}

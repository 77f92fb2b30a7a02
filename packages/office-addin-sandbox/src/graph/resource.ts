import type { Scenario } from '../scenario.ts';

/**
 * Returns the index of the first matching resource, or -1.
 * @param url path and query of the request, such as /v1.0/me/drive/root/children?$top=100
 */
export function resourceOf(resources: Scenario['graphResources'], url: string): number {
  const { pathname, searchParams } = new URL(url, 'https://sandbox.invalid');
  const path = pathname.replace(/^\/v1\.0/, '');
  const query = [...searchParams].map(([name, value]) => `${name}=${value}`).join('&');
  return resources.findIndex(
    (resource) =>
      matches(resource.path, path) && (resource.query === undefined || query.includes(resource.query)),
  );
}

/** Doesn't convert the pattern to a regular expression, because patterns come from scenarios. */
function matches(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return path === first;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}

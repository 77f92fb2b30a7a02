/**
 * The origin that all of these manifests are for, when it is another one than that of the settings: then each address in
 * them is a finding, and one sentence says more than all of these.
 * @param texts manifests of a build
 */
export function mismatchedOrigin(texts: Iterable<string>, addinOrigin: string): string | undefined {
  const page = /(?<origin>https:\/\/[^/"]+)\/taskpane\.html/gu;
  const origins = new Set(
    [...texts].flatMap((text) => [...text.matchAll(page)].map((found) => found.groups?.['origin'])),
  );
  const [origin] = origins;
  return origins.size === 1 && origin !== addinOrigin ? origin : undefined;
}

/**
 * Returns the origin that all manifests share if it differs from ADDIN_ORIGIN. Then one message replaces a finding for
 * each URL.
 * @param texts of the manifests
 */
export function mismatchedOrigin(texts: Iterable<string>, addinOrigin: string): string | undefined {
  const page = /(?<origin>https:\/\/[^/"]+)\/taskpane\.html/gu;
  const origins = new Set(
    [...texts].flatMap((text) => [...text.matchAll(page)].map((found) => found.groups?.['origin'])),
  );
  const [origin] = origins;
  return origins.size === 1 && origin !== addinOrigin ? origin : undefined;
}

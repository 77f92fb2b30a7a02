/** Splits a list: Office on the web accepts 5 MB per request and responds slowly to large ones. */
export function inChunks<T>(list: readonly T[], size: number): (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let from = 0; from < list.length; from += size) chunks.push(list.slice(from, from + size));
  return chunks;
}

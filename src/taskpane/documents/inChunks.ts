/** Cuts a list: Office on the web takes 5 MB per request and answers big ones late. */
export function inChunks<T>(list: readonly T[], size: number): (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let from = 0; from < list.length; from += size) chunks.push(list.slice(from, from + size));
  return chunks;
}

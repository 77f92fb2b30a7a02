import type { ManifestValues } from './fileChanges.ts';
export function applyFacts(xml: string, { origin, clientId }: ManifestValues): string {
  return xml
    .replace(/(<WebApplicationInfo>\s*<Id>)[^<]*/u, `$1${clientId}`)
    .replace(/(<Resource>)[^<]*/u, `$1api://${new URL(origin).host}/${clientId}`);
}

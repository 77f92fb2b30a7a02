import { pageOrigins, type AddinManifest } from './addinManifest.ts';

/**
 * Returns the text of a manifest for an add-in at another origin: replaces host and port of its first page everywhere,
 * including the Application ID URI.
 * @param text with the original origin
 * @param origin such as `https://localhost:3010`
 */
export function moveManifest(manifest: AddinManifest, text: string, origin: string): string {
  const [first] = pageOrigins(manifest);
  if (first === undefined) return text;
  const from = new URL(first).host.replaceAll('.', String.raw`\.`);
  return text.replaceAll(new RegExp(`(?<![\\w.-])${from}(?![\\w.:-])`, 'giu'), new URL(origin).host);
}

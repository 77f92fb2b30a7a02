import { applyEdits } from '../manifest/edits.ts';
import { parseJsonStrings } from '../manifest/jsonStrings.ts';
import { escapeXml } from '../manifest/escapeXml.ts';

/** Renames the add-in in the texts of files. Pure. */

/** The starter's Ids in manifest.xml and manifest.outlook.xml. Every add-in needs its own. */
export const STARTER_IDS = ['969ef402-86f1-454d-a7a2-985b138e76b0', 'd982f9df-be48-4d78-b5e2-02bc3a85eeea'];

/** New Ids by the starter's Ids. An Id that the team has set stays. */
export type NewIds = ReadonlyMap<string, string>;

export function renamedXml(xml: string, name: string, ids: NewIds): string {
  const [, inDefault = ''] = /<DisplayName[^>]*DefaultValue="([^"]*)"/u.exec(xml) ?? [];
  const names = /<DisplayName[^]*?<\/DisplayName>/u.exec(xml)?.[0] ?? '';
  const before = new Map(
    [...names.matchAll(/Locale="([^"]*)" Value="([^"]*)"/gu)].map(([, locale = '', own = '']) => [
      locale,
      own,
    ]),
  );
  const text = escapeXml(name);
  const put = (value: string, old: string | undefined) => (old ? value.replaceAll(old, () => text) : value);
  return withIds(xml, ids)
    .replace(
      /(<(?:\w+:)?(?:DisplayName|String)\b[^>]*?DefaultValue=")([^"]*)/gu,
      (_whole, tag: string, value: string) => tag + put(value, inDefault),
    )
    .replace(
      /(<(?:\w+:)?Override Locale="([^"]*)" Value=")([^"]*)/gu,
      (_whole, tag: string, locale: string, value: string) => tag + put(value, before.get(locale)),
    );
}

/** Renames the add-in in manifest.json or a language file, in every text that users read. */
export function renamedJson(json: string, name: string, ids: NewIds): string {
  const read = parseJsonStrings(json);
  if ('error' in read) return json;
  const keyed = read.texts.map((place) => ({ ...place, key: place.path.join('.') }));
  const old = keyed.find(({ key }) => key === 'name.short')?.value ?? '';
  const edits = keyed
    .filter(({ key, value }) => value.includes(old) && /(?:^name\.\w+|\.label|\.title)$/u.test(key))
    .map(({ from, to, value }) => ({ from, to, text: JSON.stringify(value.replaceAll(old, () => name)) }));
  return withIds(applyEdits(json, edits), ids);
}

/** Replaces `appTitle` in a text file of the pane. */
export function renamedWords(source: string, name: string): string {
  const text = name.includes("'") ? JSON.stringify(name) : `'${name}'`;
  return source.replace(/^(\s*appTitle: ).*$/mu, (_line, before: string) => `${before}${text},`);
}

export function renamedPage(html: string, name: string): string {
  return html.replace(/(<title>)[^<]*/u, (_whole, tag: string) => tag + escapeXml(name));
}

/** Renames the project in package.json and package-lock.json. The registration is also found by this name. */
export function renamedPackage(json: string, slug: string): string {
  const { name: old } = JSON.parse(json) as { name: string };
  return json.replaceAll(`"name": ${JSON.stringify(old)}`, `"name": ${JSON.stringify(slug)}`);
}

function withIds(text: string, ids: NewIds): string {
  return [...ids].reduce((changed, [old, id]) => changed.replaceAll(old, id), text);
}

import type { Finding } from '../../finding.ts';
import type { JsonString } from '../jsonStrings.ts';

export type Path = readonly (string | number)[];

/** Returns a path in the format of localization files: "extensions[0].ribbons[1]". */
export function pathText(path: Path): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${part}`))
    .join('');
}

/** Returns the value at a path such as "name.short"; undefined if it does not exist. */
export function valueAt(document: unknown, path: string): unknown {
  const parts = path.split(/[.[\]]+/u).filter((part) => part !== '');
  return parts.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined),
    document,
  );
}

/** Returns a finding with the line of the first string at or below the path. */
export function findingAt(texts: readonly JsonString[], path: string, problem: string, fix: string): Finding {
  const place = texts.find((text) => {
    const said = pathText(text.path);
    return said === path || said.startsWith(`${path}.`) || said.startsWith(`${path}[`);
  });
  const where = path === '' ? 'the document' : path;
  return { where: place ? `${where}, line ${place.line}` : where, problem, fix };
}

import type { Finding } from '../../finding.ts';
import type { JsonString } from '../jsonStrings.ts';

export type Path = readonly (string | number)[];

/** "extensions[0].ribbons[1]": as the localization files write it. */
export function pathText(path: Path): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${part}`))
    .join('');
}

/** The value at a path such as "name.short"; undefined where there is none. */
export function valueAt(document: unknown, path: string): unknown {
  const parts = path.split(/[.[\]]+/u).filter((part) => part !== '');
  return parts.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined),
    document,
  );
}

/** A fault at a path, with the line of the first text there or below. */
export function findingAt(texts: readonly JsonString[], path: string, problem: string, fix: string): Finding {
  const place = texts.find((text) => {
    const said = pathText(text.path);
    return said === path || said.startsWith(`${path}.`) || said.startsWith(`${path}[`);
  });
  const where = path === '' ? 'the document' : path;
  return { where: place ? `${where}, line ${place.line}` : where, problem, fix };
}

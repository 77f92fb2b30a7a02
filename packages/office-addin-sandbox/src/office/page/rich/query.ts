import type { HostObject } from './hostObject.ts';
import type { ActionInfo } from './batch.ts';

type Keep = (object: HostObject) => string;

/**
 * Returns the result of a `load`: all plain properties, and the objects on a selected path such as
 * `textFrame/textRange/text`. An object without properties is `{}`, because null would make it a null object.
 */
export function query(
  target: HostObject,
  action: Pick<ActionInfo, 'select' | 'top' | 'skip'>,
  keep: Keep,
): Record<string, unknown> {
  const paths = action.select.map((path) => path.split('/'));
  const items = target.items();
  if (!items) return properties(target, paths, keep);
  const from = action.skip ?? 0;
  const below = paths.flatMap(([first = '', ...rest]) => {
    if (first.toLowerCase() !== 'items') return [[first, ...rest]];
    return rest.length > 0 ? [rest] : [];
  });
  return {
    ...target.load(),
    _Items: items
      .slice(from, action.top === undefined ? undefined : from + action.top)
      .map((item) => ({ ...properties(item, below, keep), _ReferenceId: keep(item) })),
  };
}

function properties(target: HostObject, paths: readonly string[][], keep: Keep): Record<string, unknown> {
  const found = { ...target.load() };
  const children = new Map<string, string[]>();
  for (const [first = '', ...rest] of paths) {
    const name = first.charAt(0).toUpperCase() + first.slice(1);
    if (name === '' || name in found) continue;
    children.set(name, [...(children.get(name) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
  }
  for (const [name, select] of children) {
    const child = target.get(name);
    if (child) found[name] = query(child, { select, top: undefined, skip: undefined }, keep);
  }
  return found;
}

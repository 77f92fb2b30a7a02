import { apiClass, isApiClass, type ApiMember } from './apiTypes.ts';

/**
 * Methods whose effect follows from their name, for objects that the sandbox stores without behavior. `property` is the
 * stored property.
 */
export type StoredMethod =
  /** `setPositionAt(value)` stores its argument, or its arguments by name. */
  | { readonly effect: 'set'; readonly property: string }
  /** `getXml()` returns what a `set…` or `add` has stored. */
  | { readonly effect: 'get'; readonly property: string }
  /** `incrementLeft(increment)` adds to a number. */
  | { readonly effect: 'increment'; readonly property: string }
  /** `clear()` restores the default values. */
  | { readonly effect: 'clear' };

/** Returns undefined for a method whose effect doesn't follow from its name. */
export function storedMethod(
  type: string,
  { name, type: result, parameters }: ApiMember,
): StoredMethod | undefined {
  if (apiClass(type)?.itemType !== undefined) return undefined;
  const [, verb = '', rest = ''] = /^(set|get|increment)([A-Z]\w*)$/.exec(name) ?? [];
  // Colors of fills are set with setSolidColor and read as foregroundColor where the fill has that property.
  const hasForeground = rest === 'SolidColor' && apiClass(type)?.members.has('foregroundcolor') === true;
  const property = hasForeground ? 'foregroundColor' : rest.charAt(0).toLowerCase() + rest.slice(1);
  if (verb === 'set' && result === 'void' && parameters.length > 0) return { effect: 'set', property };
  if (verb === 'get' && !isApiClass(result) && parameters.length === 0) return { effect: 'get', property };
  if (verb === 'increment' && parameters.length === 1) return { effect: 'increment', property };
  return name === 'clear' && result === 'void' ? { effect: 'clear' } : undefined;
}

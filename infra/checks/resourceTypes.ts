import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a member of a resource may be. */
export interface MemberType {
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Of the list or the map, of which this is one. */
  readonly item: string;
  readonly kind: 'one' | 'list' | 'map';
  /** Literals that are known; undefined: any. */
  readonly values: readonly string[] | undefined;
}

type Members = Readonly<Record<string, string>>;

interface Extract {
  readonly resources: Readonly<Record<string, Members>>;
  readonly types: Readonly<Record<string, Members>>;
}

/** The extract in our own format; infra/README.md says how it is written and renewed. */
export const extract = JSON.parse(
  readFileSync(join(import.meta.dirname, 'resourceTypes.json'), 'utf8'),
) as Extract;

/** Members by name; undefined: no such type, or a simple one. */
export function membersOfType(name: string): ReadonlyMap<string, MemberType> | undefined {
  const members = extract.resources[name] ?? extract.types[name];
  return members && new Map(Object.entries(members).map(([key, text]) => [key, memberType(text)]));
}

/** `readonly` before and `!` (required) behind a type; `T[]`, `{T}`, `'a'|'b'` or `'a'|'b'|string`. */
function memberType(text: string): MemberType {
  const [, readOnly, bare = '', required] = /^(readonly )?(.+?)(!)?$/u.exec(text) ?? [];
  const values = [...bare.matchAll(/'([^']*)'/gu)].map(([, value]) => value ?? '');
  const kind = bare.endsWith('[]') ? 'list' : bare.startsWith('{') ? 'map' : 'one';
  return {
    required: required !== undefined,
    readOnly: readOnly !== undefined,
    item: values.length > 0 ? 'string' : bare.replace(/^\{|\}$|\[\]$/gu, ''),
    kind,
    values: values.length > 0 ? values : undefined,
  };
}

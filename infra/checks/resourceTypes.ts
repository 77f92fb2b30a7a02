import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Type of a resource's member. */
export interface MemberType {
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Type of the value, or of the items of a list or map. */
  readonly item: string;
  readonly kind: 'one' | 'list' | 'map';
  /** Known literals; undefined: any value. */
  readonly values: readonly string[] | undefined;
}

type Members = Readonly<Record<string, string>>;

interface Extract {
  readonly resources: Readonly<Record<string, Members>>;
  readonly types: Readonly<Record<string, Members>>;
}

/** Extract of Azure's types. infra/README.md explains its format. */
export const extract = JSON.parse(
  readFileSync(join(import.meta.dirname, 'resourceTypes.json'), 'utf8'),
) as Extract;

/** Returns members by name; undefined for an unknown or simple type. */
export function membersOfType(name: string): ReadonlyMap<string, MemberType> | undefined {
  const members = extract.resources[name] ?? extract.types[name];
  return members && new Map(Object.entries(members).map(([key, text]) => [key, memberType(text)]));
}

/** Parses `readonly T`, `T!` (required), `T[]`, `{T}`, `'a'|'b'` and `'a'|'b'|string`. */
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

import { apiTypes } from './apiTypes.generated.ts';

/** Shape of apiTypes.generated.ts: a compact form of `@types/office-js`. */
export interface ApiTypes {
  /** Requirement sets such as `WordApi 1.3`; members refer to them by index, in base 36. */
  readonly sets: readonly string[];
  /** Values of each enum, separated by `|`. */
  readonly enums: Readonly<Record<string, string>>;
  /** Members of each class: `name:type@set`, `name!:type@set` (read-only) and `name(parameter?:type):type@set`. */
  readonly classes: Readonly<Record<string, string>>;
}

export interface ApiParameter {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
}

export interface ApiMember {
  readonly name: string;
  readonly kind: 'property' | 'readonly' | 'method';
  readonly parameters: readonly ApiParameter[];
  /** A class, `#` and an enum, a primitive, `event` or `any`; `[]` is appended for arrays. */
  readonly type: string;
  /** Requirement set such as `WordApi 1.3`; empty: none. */
  readonly set: string;
}

export interface ApiClass {
  readonly name: string;
  /** By lowercase name, because batches contain names in PascalCase. */
  readonly members: ReadonlyMap<string, ApiMember>;
  /** Class of the items of a collection. */
  readonly itemType: string | undefined;
}

const parsed = new Map<string, ApiClass>();

export const apiClassNames: readonly string[] = Object.keys(apiTypes.classes);

/** Returns undefined for a class that the typings don't have. */
export function apiClass(name: string): ApiClass | undefined {
  const text = apiTypes.classes[name];
  if (text === undefined) return undefined;
  let found = parsed.get(name);
  if (!found) parsed.set(name, (found = parseClass(name, text)));
  return found;
}

/** Returns the values of an enum type (`#Word.Alignment`) or of a literal type (`'A|B'`); undefined for any other type. */
export function enumValues(type: string): readonly string[] | undefined {
  if (type.startsWith("'")) return type.slice(1, -1).split('|');
  return type.startsWith('#') ? apiTypes.enums[type.slice(1)]?.split('|') : undefined;
}

export const isApiClass = (type: string) => type in apiTypes.classes;

const memberPattern = /^(\[\]|\w+)(!)?(?:\((.*)\))?:(.*)@(\w*)$/;

function parseClass(name: string, text: string): ApiClass {
  const members = new Map<string, ApiMember>();
  let itemType: string | undefined;
  for (const entry of text.split(';')) {
    const [, member = '', readonly, parameters, type = 'any', set = ''] = memberPattern.exec(entry) ?? [];
    if (member === '[]') itemType = type;
    else if (member !== '') {
      members.set(member.toLowerCase(), {
        name: member,
        kind: parameters === undefined ? (readonly ? 'readonly' : 'property') : 'method',
        parameters: parameters ? parameters.split(',').map(parseParameter) : [],
        type,
        set: set === '' ? '' : (apiTypes.sets[Number.parseInt(set, 36)] ?? ''),
      });
    }
  }
  return { name, members, itemType };
}

function parseParameter(text: string): ApiParameter {
  const at = text.indexOf(':');
  const name = text.slice(0, at);
  return { name: name.replace(/\?$/, ''), optional: name.endsWith('?'), type: text.slice(at + 1) };
}

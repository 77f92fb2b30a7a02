import type { SimpleType } from './simpleTypes.ts';

/** Type of an element ([MS-OWEMXML] section 2.2). Children are in the type's namespace unless they name another. */
export interface ElementType {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  readonly content: Content;
  /** True if xsi:type is required although the type is not abstract. */
  readonly typeRequired?: boolean;
  /** Groups of Resources that an attribute `resid` may name. */
  readonly refersTo?: readonly ResourceGroup[];
}

export type ResourceGroup = 'Images' | 'Urls' | 'ShortStrings' | 'LongStrings';

export interface AttributeRule {
  readonly type: SimpleType;
  readonly required: boolean;
}

export type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly type: SimpleType }
  | { readonly kind: 'elements'; readonly slots: readonly Slot[] }
  /** An abstract type: xsi:type selects one of these. */
  | { readonly kind: 'variants'; readonly variants: readonly ElementType[] };

/** A position in the sequence of children. `choices` may appear in any order. */
export interface Slot {
  readonly choices: readonly Choice[];
  readonly min: number;
  readonly max: number;
}

export interface Choice {
  readonly name: string;
  readonly namespace: string;
  /** A function, because the type of Rule is recursive. Undefined: the content is not checked. */
  readonly type: (() => ElementType) | undefined;
}

type Given = ElementType | (() => ElementType);
/** `namespace` defaults to that of the parent's type. */
interface Child {
  readonly name: string;
  readonly type: Given | undefined;
  readonly namespace?: string;
}
export interface Part {
  readonly children: readonly Child[];
  readonly min: number;
  readonly max: number;
}

const part = (children: readonly Child[], min: number, max: number): Part => ({ children, min, max });

/** Exactly one. */
export const one = (name: string, type: Given): Part => part([{ name, type }], 1, 1);
/** None or one. */
export const maybe = (name: string, type: Given): Part => part([{ name, type }], 0, 1);
/** One to `max`. */
export const some = (name: string, type: Given, max = Infinity): Part => part([{ name, type }], 1, max);
/** Any number. */
export const any = (name: string, type: Given): Part => part([{ name, type }], 0, Infinity);
/** One or more of several, in any order. */
export const mixed = (types: Readonly<Record<string, Given>>): Part =>
  part(
    Object.entries(types).map(([name, type]) => ({ name, type })),
    1,
    Infinity,
  );
/** None or one of several. */
export const either = (types: Readonly<Record<string, Given>>): Part => ({ ...mixed(types), min: 0, max: 1 });
/** None or one, in another namespace. Without a type, its content is not checked. */
export const foreign = (name: string, namespace: string, type?: Given): Part =>
  part([{ name, namespace, type }], 0, 1);

/** Returns a type with children in this order. */
export function sequence(
  namespace: string,
  name: string,
  parts: readonly Part[],
  attributes: ElementType['attributes'] = {},
): ElementType {
  const slots = parts.map(({ children, min, max }) => ({
    min,
    max,
    choices: children.map((child) => ({
      name: child.name,
      namespace: child.namespace ?? namespace,
      type: typeof child.type === 'object' ? constant(child.type) : child.type,
    })),
  }));
  return {
    name,
    namespace,
    attributes,
    content: slots.length === 0 ? { kind: 'empty' } : { kind: 'elements', slots },
  };
}

const constant =
  <T>(value: T) =>
  () =>
    value;

/** Returns a type with text only. */
export function text(namespace: string, type: SimpleType): ElementType {
  return { name: type.name, namespace, attributes: {}, content: { kind: 'text', type } };
}

/** Returns an abstract type; xsi:type selects a variant. */
export function variants(namespace: string, name: string, of: readonly ElementType[]): ElementType {
  return { name, namespace, attributes: {}, content: { kind: 'variants', variants: of } };
}

export const required = (type: SimpleType): AttributeRule => ({ type, required: true });
export const optional = (type: SimpleType): AttributeRule => ({ type, required: false });

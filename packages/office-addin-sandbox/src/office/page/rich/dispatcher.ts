import { asObject } from '../envelope.ts';
import { apiClass, enumValues, isApiClass, type ApiMember, type ApiParameter } from './apiTypes.ts';
import {
  ApiObject,
  bagOf,
  childBag,
  ObjectGroup,
  StoredObject,
  type Bag,
  type Properties,
} from './apiObject.ts';
import { invalidArgument, itemNotFound } from './richApiError.ts';
import { storedMethod } from './storedMethods.ts';

export type Support = 'implemented' | 'stored' | 'absent';

export interface DispatcherOptions {
  /** Called for each use of something that the sandbox lacks. @param set requirement set; empty: unknown */
  readonly absent: (name: string, set: string) => void;
  /** Called for each use of a member. */
  readonly used?: ((type: string, member: string, support: Support) => void) | undefined;
}

/**
 * Runs members of objects: those that a class implements, and those that the sandbox can store because the typings
 * describe them. Reports everything else as absent and returns an empty value of the member's type.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Returns a property that is an object. Null is a null object (`…OrNullObject`). */
  property(owner: ApiObject, wireName: string): ApiObject | null {
    const member = memberOf(owner, wireName);
    const name = member?.name ?? camel(wireName);
    if (owner instanceof ObjectGroup) {
      const found = owner.apiMembers.flatMap((one) => this.property(one, wireName) ?? []);
      return new ObjectGroup(found[0]?.apiType ?? 'any', found);
    }
    if (implementedKind(owner, name)?.get) {
      this.#used(owner, name, 'implemented');
      const value = (owner as unknown as Properties)[name];
      if (value === null || value instanceof ApiObject) return value;
    }
    const label = `${owner.apiLabel}.${name}`;
    if (member && isApiClass(member.type)) {
      this.#used(owner, name, 'stored');
      const base = name.replace(/OrNullObject$/, '');
      if (base !== name && owner.apiBag.read()?.[base] === undefined) return null;
      return new StoredObject(member.type, childBag(owner.apiBag, base), label);
    }
    this.#absent(owner, label, member);
    return new StoredObject(member?.type ?? 'any', bagOf({}), label);
  }

  /**
   * Calls a method. Returns an object, null (a null object or no result), or a plain value.
   * @param isPath the result is an object, even if the typings don't have the method
   */
  method(owner: ApiObject, wireName: string, given: readonly unknown[], isPath = false): unknown {
    if (owner instanceof ObjectGroup) {
      const results = owner.apiMembers.map((one) => this.method(one, wireName, given, isPath));
      const objects = results.filter((one) => one instanceof ApiObject);
      return objects[0] ? new ObjectGroup(objects[0].apiType, objects) : (results[0] ?? null);
    }
    // office.js sends null for optional arguments that the add-in omits.
    const args = given.map((value) => value ?? undefined);
    const member = memberOf(owner, wireName);
    const name = member?.name ?? camel(wireName);
    for (const [index, parameter] of member?.parameters.entries() ?? []) {
      checkEnum(parameter.type, args[index], `${owner.apiLabel}.${name}`, parameter.name);
    }
    if (implementedKind(owner, name)?.call) {
      this.#used(owner, name, 'implemented');
      const run = (owner as unknown as Record<string, (...args: readonly unknown[]) => unknown>)[name];
      return run?.call(owner, ...args) ?? null;
    }
    const own = owner.apiMethod(name);
    if (own) {
      this.#used(owner, name, 'implemented');
      return own(...args) ?? null;
    }
    const found = this.#storedMethod(owner, name, member, args);
    if (found !== undefined) {
      this.#used(owner, name, 'stored');
      return found;
    }
    const label = `${owner.apiLabel}.${name}`;
    this.#absent(owner, label, member);
    return name.endsWith('OrNullObject')
      ? null
      : emptyValue(member?.type ?? (isPath ? 'any' : 'void'), label, isPath);
  }

  /** Returns an item of a collection by id, name or index. */
  item(owner: ApiObject, args: readonly unknown[]): unknown {
    return this.method(
      owner,
      typeof args[0] === 'number' && !hasMember(owner, 'getitem') ? 'GetItemAt' : 'GetItem',
      args,
    );
  }

  set(owner: ApiObject, wireName: string, value: unknown): void {
    if (owner instanceof ObjectGroup) {
      for (const one of owner.apiMembers) this.set(one, wireName, value);
      return;
    }
    const member = memberOf(owner, wireName);
    const name = member?.name ?? camel(wireName);
    const label = `${owner.apiLabel}.${name}`;
    checkEnum(member?.type ?? 'any', value, owner.apiLabel, name);
    const kind = implementedKind(owner, name);
    if (kind?.set) {
      this.#used(owner, name, 'implemented');
      (owner as unknown as Properties)[name] = value;
    } else if (member?.kind === 'property' && !kind) {
      this.#used(owner, name, 'stored');
      owner.apiBag.write()[name] = value;
    } else if (member && isApiClass(member.type) && asObject(value)) {
      const child = this.property(owner, wireName);
      if (child)
        for (const [below, given] of Object.entries(value as Properties)) this.set(child, below, given);
    } else this.#absent(owner, label, member);
  }

  /**
   * Returns the result of a `load`, in PascalCase: the selected properties such as `font/color`; without a selection,
   * all plain ones that the object can return.
   * @param keep returns the reference id of an item
   */
  load(
    target: ApiObject,
    query: {
      readonly select: readonly string[];
      readonly top?: number | undefined;
      readonly skip?: number | undefined;
    },
    keep: (object: ApiObject) => string,
  ): Properties {
    const paths = query.select.map((path) => path.split(/[/.]/));
    const items = this.items(target);
    if (!items) return this.#properties(target, paths, keep);
    const from = query.skip ?? 0;
    const to = query.top === undefined ? undefined : from + query.top;
    const ofItems: string[][] = [];
    const own: string[][] = [];
    for (const path of paths) {
      const [first = '', ...rest] = path;
      if (first.toLowerCase() === 'items') {
        if (rest.length > 0) ofItems.push(rest);
      } else if (memberOf(target, first)?.kind.startsWith('read') === true) own.push(path);
      else ofItems.push(path);
    }
    return {
      ...(own.length > 0 ? this.#properties(target, own, keep) : {}),
      _Items: items
        .slice(from, to)
        .map((item) => ({ ...this.#properties(item, ofItems, keep), _ReferenceId: keep(item) })),
    };
  }

  /** Returns the items of a collection; undefined for other objects. */
  items(target: ApiObject): readonly ApiObject[] | undefined {
    return target.apiItems() ?? storedItems(target);
  }

  /** Returns a plain property, in the way of `load`. */
  read(target: ApiObject, name: string): unknown {
    const member = memberOf(target, name);
    if (implementedKind(target, name)?.get) return (target as unknown as Properties)[name];
    return target.apiBag.read()?.[member?.name ?? name];
  }

  #properties(
    target: ApiObject,
    paths: readonly string[][],
    keep: (object: ApiObject) => string,
  ): Properties {
    const found: Properties = {};
    const children = new Map<string, string[]>();
    for (const [first = '', ...rest] of paths) {
      if (selectsNothing(first) || first === '*') continue;
      const name = memberOf(target, first)?.name ?? first;
      children.set(name, [...(children.get(name) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
    }
    if (children.size === 0 && !paths.some(([first = '']) => selectsNothing(first)))
      return this.#allProperties(target);
    for (const [name, select] of children) {
      const member = memberOf(target, name);
      const isObject = member ? isApiClass(member.type) : implementedValue(target, name) instanceof ApiObject;
      if (isObject) {
        const child = this.property(target, name);
        found[pascal(name)] = child ? this.load(child, { select }, keep) : null;
      } else found[pascal(name)] = this.#plain(target, name, member);
    }
    return found;
  }

  #plain(target: ApiObject, name: string, member: ApiMember | undefined): unknown {
    if (target instanceof ObjectGroup) {
      // Null where the objects differ.
      const [first, ...others] = target.apiMembers.map((one) => this.#plain(one, name, memberOf(one, name)));
      return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : null;
    }
    if (implementedKind(target, name)?.get) {
      this.#used(target, name, 'implemented');
      return wireValue((target as unknown as Properties)[name]);
    }
    const stored = target.apiBag.read()?.[name];
    if (stored !== undefined) {
      this.#used(target, name, 'stored');
      return stored;
    }
    if (name === 'count' && member) {
      this.#used(target, name, 'stored');
      return this.items(target)?.length ?? 0;
    }
    if (member?.kind === 'property') {
      this.#used(target, name, 'stored');
      return defaultOf(member.type);
    }
    // The items of a collection don't have the properties of the collection: `length` is computed by office.js.
    if (name === 'length') return undefined;
    this.#absent(target, `${target.apiLabel}.${name}`, member);
    return defaultOf(member?.type ?? 'any');
  }

  /** Omits what only Office can compute: office.js throws PropertyNotLoaded if an add-in reads it. */
  #allProperties(target: ApiObject): Properties {
    const found: Properties = {};
    const stored = target.apiBag.read();
    for (const member of apiClass(target.apiType)?.members.values() ?? []) {
      const { name, kind, type } = member;
      if (kind === 'method' || isApiClass(type) || type === 'event') continue;
      const known = implementedKind(target, name)?.get || stored?.[name] !== undefined || kind === 'property';
      if (known) found[pascal(name)] = this.#plain(target, name, member);
    }
    return found;
  }

  /** Returns undefined if the method isn't one of those that every stored collection or item has. */
  #storedMethod(
    owner: ApiObject,
    name: string,
    member: ApiMember | undefined,
    args: readonly unknown[],
  ): unknown {
    if (!member) return undefined;
    if (name === 'delete' && owner instanceof StoredObject && owner.apiRemove) {
      owner.apiRemove();
      return null;
    }
    const items = this.items(owner);
    if (!items) return owner instanceof StoredObject ? this.#namedEffect(owner, member, args) : undefined;
    const fail = (): ApiObject | undefined => {
      // Real collections can contain items that no add-in has added: not finding them isn't the add-in's error.
      if (owner.apiItems() === undefined && owner.apiBag.read() === undefined) return undefined;
      throw itemNotFound(`${owner.apiLabel}.${name}`);
    };
    switch (name) {
      case 'getCount':
        return items.length;
      case 'getFirst':
      case 'getFirstOrNullObject':
        return items[0] ?? (name === 'getFirst' ? fail() : null);
      case 'getLast':
      case 'getLastOrNullObject':
        return items.at(-1) ?? (name === 'getLast' ? fail() : null);
      case 'getItemAt':
      case 'getItemAtOrNullObject':
        return items[Number(args[0])] ?? (name === 'getItemAt' ? fail() : null);
      case 'getItem':
      case 'getItemOrNullObject': {
        const found = items.find((item) => this.#hasKey(item, args[0]));
        return found ?? (name === 'getItem' ? fail() : null);
      }
      case 'clear':
      case 'clearAll':
      case 'deleteAll': {
        if (owner.apiItems() !== undefined) return undefined;
        if (owner.apiBag.read()) owner.apiBag.write()['items'] = [];
        return null;
      }
      default:
        return this.#storedAdd(owner, name, member, args);
    }
  }

  /** Runs a method whose effect follows from its name. */
  #namedEffect(owner: StoredObject, member: ApiMember, args: readonly unknown[]): unknown {
    const method = storedMethod(owner.apiType, member);
    switch (method?.effect) {
      case 'set': {
        const given = args.map((value) => this.#plainArgument(value));
        const names = member.parameters.map(({ name }) => name);
        owner.apiBag.write()[method.property] =
          names.length === 1
            ? given[0]
            : Object.fromEntries(names.map((name, index) => [name, given[index]]));
        if (method.property === 'foregroundColor') owner.apiBag.write()['type'] = 'Solid';
        return null;
      }
      case 'get':
        return owner.apiBag.read()?.[method.property];
      case 'increment': {
        const bag = owner.apiBag.write();
        bag[method.property] = Number(bag[method.property] ?? 0) + Number(args[0]);
        return null;
      }
      case 'clear': {
        if (owner.apiBag.read() === undefined) return null;
        const bag = owner.apiBag.write();
        for (const name of Object.keys(bag)) delete bag[name];
        return null;
      }
      case undefined:
        return undefined;
    }
  }

  /** Returns what identifies an object; any other argument as it is. */
  #plainArgument(value: unknown): unknown {
    if (!(value instanceof ApiObject)) return value;
    return this.read(value, 'address') ?? this.read(value, 'id') ?? this.read(value, 'name') ?? null;
  }

  #hasKey(item: ApiObject, key: unknown): boolean {
    return keyNames.some((name) => {
      const value = this.read(item, name);
      return value !== undefined && (typeof key === 'string' ? sameText(value, key) : value === key);
    });
  }

  #storedAdd(owner: ApiObject, name: string, member: ApiMember, args: readonly unknown[]): unknown {
    const itemType = apiClass(owner.apiType)?.itemType;
    if (owner.apiItems() !== undefined || itemType === undefined || !/^add/.test(name)) return undefined;
    if (member.type !== itemType && member.type !== 'void') return undefined;
    const bag = owner.apiBag.write();
    const list = (bag['items'] ??= []) as Properties[];
    const item: Properties = {};
    for (const [index, { name: parameter }] of member.parameters.entries()) {
      if (args[index] !== undefined && args[index] !== null)
        this.#give(item, itemType, parameter, args[index]);
    }
    const has = (property: string) => apiClass(itemType)?.members.get(property);
    const keyed = has('key') ? list.find((one) => sameText(one['key'], String(item['key']))) : undefined;
    if (keyed) Object.assign(keyed, item);
    else list.push(item);
    const number = list.length;
    const id = has('id');
    if (id && item['id'] === undefined) {
      item['id'] = id.type === 'number' ? number : `{${crypto.randomUUID().toUpperCase()}}`;
    }
    if (has('name') && item['name'] === undefined) item['name'] = `${itemType.split('.')[1] ?? ''} ${number}`;
    return member.type === 'void' ? null : storedItem(owner, itemType, keyed ?? item);
  }

  /** Stores an argument of `add` under the property of the same name; the members of an options object separately. */
  #give(item: Properties, itemType: string, parameter: string, value: unknown): void {
    if (value instanceof ApiObject) {
      item[parameter] = this.#plainArgument(value);
      return;
    }
    const options = asObject(value);
    if (parameter === 'options' && options && !Array.isArray(value)) {
      for (const [name, given] of Object.entries(options)) item[camel(name)] = given;
      return;
    }
    item[apiClass(itemType)?.members.get(parameter.toLowerCase())?.name ?? parameter] = value;
  }

  #used(owner: ApiObject, member: string, support: Support): void {
    this.#options.used?.(owner.apiType, member, support);
  }

  #absent(owner: ApiObject, label: string, member: ApiMember | undefined): void {
    this.#used(owner, member?.name ?? label.slice(label.lastIndexOf('.') + 1), 'absent');
    this.#options.absent(label, member?.set ?? '');
  }
}

/** Properties that identify an item of a collection. */
const keyNames = ['id', 'name', 'key', 'namespaceUri', 'index', 'sideIndex'];

/** Returns what the class of the object implements under the name. */
export function implementedKind(
  owner: ApiObject,
  name: string,
): { readonly get: boolean; readonly set: boolean; readonly call: boolean } | undefined {
  if (name.startsWith('api') || name === 'constructor') return undefined;
  for (
    let prototype: object | null = Object.getPrototypeOf(owner) as object | null;
    prototype && prototype !== ApiObject.prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found) {
      return { get: !!found.get, set: !!found.set, call: typeof found.value === 'function' };
    }
  }
  return undefined;
}

function implementedValue(owner: ApiObject, name: string): unknown {
  return implementedKind(owner, name)?.get ? (owner as unknown as Properties)[name] : undefined;
}

export function memberOf(owner: ApiObject, wireName: string): ApiMember | undefined {
  return apiClass(owner.apiType)?.members.get(wireName.toLowerCase());
}

const hasMember = (owner: ApiObject, lowerName: string) =>
  apiClass(owner.apiType)?.members.has(lowerName) === true;

/** Throws InvalidArgument, like Office, for a value that isn't one of the enum's. */
function checkEnum(type: string, value: unknown, location: string, name: string): void {
  if (typeof value !== 'string' || value === '') return;
  const values = enumValues(type);
  if (!values || values.some((known) => sameText(known, value))) return;
  throw invalidArgument(
    location,
    `${JSON.stringify(value)} is not a value of ${name}: ${values.join(', ')}.`,
  );
}

/** Returns the items of a stored collection: those that were added or, if keys are the values of an enum, one for each. */
function storedItems(owner: ApiObject): readonly StoredObject[] | undefined {
  const type = apiClass(owner.apiType);
  if (type?.itemType === undefined) return undefined;
  const { itemType } = type;
  const list = () => (owner.apiBag.read()?.['items'] ?? []) as Properties[];
  const keys = enumValues(type.members.get('getitem')?.parameters[0]?.type ?? '');
  if (!keys) return list().map((item) => storedItem(owner, itemType, item));
  const key = keyProperty(itemType, type.members.get('getitem')?.parameters[0]);
  return keys.map((value) => {
    const find = () => list().find((item) => item[key] === value);
    const bag: Bag = {
      read: () => find() ?? { [key]: value },
      write: () => {
        const known = find();
        if (known) return known;
        const item = { [key]: value };
        ((owner.apiBag.write()['items'] ??= []) as Properties[]).push(item);
        return item;
      },
    };
    return new StoredObject(itemType, bag, itemType);
  });
}

function keyProperty(itemType: string, parameter: ApiParameter | undefined): string {
  const members = [...(apiClass(itemType)?.members.values() ?? [])];
  return members.find(({ type }) => type === parameter?.type)?.name ?? 'key';
}

function storedItem(owner: ApiObject, itemType: string, item: Properties): StoredObject {
  return new StoredObject(itemType, bagOf(item), itemType, () => {
    const bag = owner.apiBag.write();
    bag['items'] = ((bag['items'] ?? []) as Properties[]).filter((other) => other !== item);
  });
}

function emptyValue(type: string, label: string, isPath: boolean): unknown {
  if (isApiClass(type) || isPath) return new StoredObject(type, bagOf({}), label);
  return type === 'void' ? null : defaultOf(type);
}

/** Returns the value of a property that nobody has set. */
function defaultOf(type: string): unknown {
  if (type.endsWith('[]')) return [];
  switch (type) {
    case 'string':
      return '';
    case 'number':
      return 0;
    case 'boolean':
      return false;
    default:
      return enumValues(type)?.[0] ?? null;
  }
}

/** `$none`, and the names of properties that don't exist, which the documentation recommended before. */
const selectsNothing = (name: string) => name.startsWith('$') || /^no-?properties-?needed$/i.test(name);
const wireValue = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
const sameText = (value: unknown, text: string) => String(value).toLowerCase() === text.toLowerCase();
export const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
export const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Plain data of members without behavior, in camelCase. */
export type Properties = Record<string, unknown>;

/** Where an object keeps its properties. Reading never creates anything, so it doesn't change the document. */
export interface Bag {
  read(): Readonly<Properties> | undefined;
  write(): Properties;
}

/**
 * An object of an application's object model, as batches of office.js address it. A subclass implements members of the
 * API under their names in the typings: getters, setters and methods. The names of everything else start with `api`.
 * `Dispatcher` stores the values of all other properties in the bag and reports all other methods.
 */
export abstract class ApiObject {
  /** Class in the typings, such as `Word.Paragraph`. */
  abstract readonly apiType: string;
  abstract readonly apiBag: Bag;

  /** Name for messages. */
  get apiLabel(): string {
    return this.apiType;
  }

  /** Events that the sandbox fires, such as `onChanged`. */
  get apiEvents(): readonly string[] {
    return [];
  }

  /** Called on the root of a model when an add-in registers an event handler. */
  apiRegister(): void {
    return;
  }

  /** Set on the root of a model: reports something that the sandbox lacks. Throws in strict mode. */
  apiReport: (name: string, set: string) => void = () => {};

  /** Returns an object that add-ins create themselves, such as `Word.Application`. */
  apiService(_type: string): ApiObject | undefined {
    return undefined;
  }

  /** Returns a method that isn't a member of the class. @param name in camelCase */
  apiMethod(_name: string): ((...args: readonly unknown[]) => unknown) | undefined {
    return undefined;
  }

  /** Returns the items of a collection; undefined for other objects. */
  apiItems(): readonly ApiObject[] | undefined {
    return undefined;
  }
}

/** A class of the object model. `apiTypes`: the classes of the typings that it implements. */
export interface ApiObjectClass {
  readonly apiTypes: readonly string[];
  readonly prototype: ApiObject;
}

/** The bag of objects that have no properties worth keeping. */
export const noBag: Bag = bagOf({});

/** An object without behavior: its properties and items are stored. */
export class StoredObject extends ApiObject {
  override readonly apiType: string;
  override readonly apiBag: Bag;
  readonly #label: string;
  /** Removes the object from its collection; undefined: it isn't in one. */
  readonly apiRemove: (() => void) | undefined;

  constructor(type: string, bag: Bag, label: string, remove?: () => void) {
    super();
    this.apiType = type;
    this.apiBag = bag;
    this.#label = label;
    this.apiRemove = remove;
  }

  override get apiLabel(): string {
    return this.#label;
  }
}

/** A collection whose items the model computes, and that add-ins can't change. */
export class FixedCollection extends ApiObject {
  static readonly apiTypes: readonly string[] = [];
  override readonly apiType: string;
  override readonly apiBag = noBag;
  readonly #items: readonly ApiObject[];

  constructor(type: string, items: readonly ApiObject[]) {
    super();
    this.apiType = type;
    this.#items = items;
  }

  override apiItems(): readonly ApiObject[] {
    return this.#items;
  }
}

/** Several objects of a class as one: what an add-in sets or calls applies to all of them. */
export class ObjectGroup extends ApiObject {
  static readonly apiTypes: readonly string[] = [];
  override readonly apiType: string;
  override readonly apiBag = noBag;
  readonly apiMembers: readonly ApiObject[];

  constructor(type: string, members: readonly ApiObject[]) {
    super();
    this.apiType = type;
    this.apiMembers = members;
  }
}

export function childBag(parent: Bag, name: string): Bag {
  return {
    read: () => parent.read()?.[name] as Properties | undefined,
    write: () => (parent.write()[name] ??= {}) as Properties,
  };
}

export function bagOf(properties: Properties): Bag {
  return { read: () => properties, write: () => properties };
}

/** Returns the bag of a model. Loading a document replaces the model's properties. */
export function modelBag(model: { readonly properties: Properties }): Bag {
  return { read: () => model.properties, write: () => model.properties };
}

/** Returns the bag of an entry of the document. The entry gets the member `properties` with the first write. */
export function entryBag(entry: { properties?: Properties }): Bag {
  return { read: () => entry.properties, write: () => (entry.properties ??= {}) };
}

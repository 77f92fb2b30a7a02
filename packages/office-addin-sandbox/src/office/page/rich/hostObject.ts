/** An object of an application's object model, as batches of office.js address it. Names are in PascalCase. */
export abstract class HostObject {
  /** Returns a property that is an object (`body`), or undefined if the model doesn't have it. */
  get(_name: string): HostObject | null | undefined {
    return undefined;
  }

  /** Calls a method that returns an object (`getRange`). Null is a null object (`…OrNullObject`). */
  method(_name: string, _args: readonly unknown[]): HostObject | null | undefined {
    return undefined;
  }

  /** Returns an item of a collection by id or name. */
  item(_args: readonly unknown[]): HostObject | null | undefined {
    return undefined;
  }

  /** Calls a method that returns nothing or a plain value. */
  call(_name: string, _args: readonly unknown[]): unknown {
    return null;
  }

  set(_name: string, _value: unknown): void {}

  /** Returns all plain properties, for `load`. */
  load(): Record<string, unknown> {
    return {};
  }

  /** Returns the items of a collection; undefined for other objects. */
  items(): readonly HostObject[] | undefined {
    return undefined;
  }
}

/**
 * An object that the sandbox doesn't model. Accepts every write and returns empty objects, so that add-ins that use
 * unsupported APIs continue; its properties are never loaded.
 */
export class UnmodeledObject extends HostObject {
  override get(): HostObject {
    return new UnmodeledObject();
  }
  override method(): HostObject {
    return new UnmodeledObject();
  }
  override item(): HostObject {
    return new UnmodeledObject();
  }
  override items(): readonly HostObject[] {
    return [];
  }
}

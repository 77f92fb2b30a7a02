/** One object of an application's object model, as a batch of office.js addresses it. Names are PascalCase. */
export abstract class HostObject {
  /** A property that is an object (`body`), or undefined when the model has none of that name. */
  get(_name: string): HostObject | null | undefined {
    return undefined;
  }

  /** A method that gives an object (`getRange`); null is a null object (`…OrNullObject`). */
  make(_name: string, _args: readonly unknown[]): HostObject | null | undefined {
    return undefined;
  }

  /** An item of a collection, by id or name. */
  item(_args: readonly unknown[]): HostObject | null | undefined {
    return undefined;
  }

  /** A method that gives nothing or a plain value. */
  call(_name: string, _args: readonly unknown[]): unknown {
    return null;
  }

  set(_name: string, _value: unknown): void {}

  /** Every plain property, for `load`. */
  load(): Record<string, unknown> {
    return {};
  }

  /** The members of a collection; undefined for everything else. */
  items(): readonly HostObject[] | undefined {
    return undefined;
  }
}

/**
 * Stands for whatever the sandbox has no model of. It takes every write and gives empty objects, so that an add-in
 * which uses more of Office than we know goes on; reads of it stay unloaded.
 */
export class Acknowledging extends HostObject {
  override get(): HostObject {
    return new Acknowledging();
  }
  override make(): HostObject {
    return new Acknowledging();
  }
  override item(): HostObject {
    return new Acknowledging();
  }
  override items(): readonly HostObject[] {
    return [];
  }
}

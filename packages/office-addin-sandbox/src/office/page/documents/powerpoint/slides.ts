import { UnmodeledObject, HostObject } from '../../rich/hostObject.ts';
import { itemNotFound } from '../../rich/richApiError.ts';
import type { PresentationModel } from './presentationModel.ts';
import { Shapes } from './shapes.ts';

export class Slide extends HostObject {
  readonly #model: PresentationModel;
  readonly #id: string;

  constructor(model: PresentationModel, id: string) {
    super();
    this.#model = model;
    this.#id = id;
  }

  override get(name: string): HostObject | undefined {
    return name === 'Shapes' ? new Shapes(this.#model, this.#number) : undefined;
  }

  override call(name: string): unknown {
    if (name === 'Delete') this.#model.deleteSlide(this.#id);
    return null;
  }

  override load(): Record<string, unknown> {
    return { Id: this.#id, Index: this.#number - 1 };
  }

  /** Starts at 1; changes when a previous slide is deleted. */
  get #number(): number {
    const at = this.#model.slideIds.indexOf(this.#id);
    if (at < 0) throw itemNotFound('Slide');
    return at + 1;
  }
}

export class Slides extends HostObject {
  readonly #model: PresentationModel;
  readonly #ids: () => readonly string[];

  /** @param ids returns the current ids of the slides in the collection */
  constructor(model: PresentationModel, ids: () => readonly string[]) {
    super();
    this.#model = model;
    this.#ids = ids;
  }

  override items(): readonly HostObject[] {
    return this.#ids().map((id) => new Slide(this.#model, id));
  }

  override item([id]: readonly unknown[]): HostObject {
    return this.#find(id) ?? fail('SlideCollection.getItem');
  }

  override method(name: string, args: readonly unknown[]): HostObject | null | undefined {
    switch (name) {
      case 'GetItemAt':
        return this.items()[Number(args[0])] ?? fail('SlideCollection.getItemAt');
      case 'GetItem':
        return this.item(args);
      case 'GetItemOrNullObject':
        return this.#find(args[0]) ?? null;
      default:
        return new UnmodeledObject();
    }
  }

  override call(name: string): unknown {
    if (name === 'GetCount') return this.#ids().length;
    if (name === 'Add') this.#model.addSlide();
    return null;
  }

  #find(id: unknown): Slide | undefined {
    const known = this.#ids().find((candidate) => candidate === id);
    return known === undefined ? undefined : new Slide(this.#model, known);
  }
}

function fail(location: string): never {
  throw itemNotFound(location);
}

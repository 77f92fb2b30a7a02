import { Acknowledging, HostObject } from '../../rich/hostObject.ts';
import { itemNotFound } from '../../rich/richApiError.ts';
import type { PresentationModel } from './presentationModel.ts';
import { Shapes } from './shapes.ts';

export class Slide extends HostObject {
  readonly #model: PresentationModel;
  readonly #number: number;

  constructor(model: PresentationModel, number: number) {
    super();
    this.#model = model;
    this.#number = number;
  }

  override get(name: string): HostObject | undefined {
    return name === 'Shapes' ? new Shapes(this.#model, this.#number) : undefined;
  }

  override load(): Record<string, unknown> {
    return { Id: slideId(this.#number), Index: this.#number - 1 };
  }
}

export class Slides extends HostObject {
  readonly #model: PresentationModel;
  readonly #numbers: () => readonly number[];

  /** @param numbers which slides the collection holds, looked at when it is used. */
  constructor(model: PresentationModel, numbers: () => readonly number[]) {
    super();
    this.#model = model;
    this.#numbers = numbers;
  }

  override items(): readonly HostObject[] {
    return this.#numbers().map((number) => new Slide(this.#model, number));
  }

  override item([id]: readonly unknown[]): HostObject {
    return this.#find(id) ?? fail('SlideCollection.getItem');
  }

  override make(name: string, args: readonly unknown[]): HostObject | null | undefined {
    switch (name) {
      case 'GetItemAt':
        return this.items()[Number(args[0])] ?? fail('SlideCollection.getItemAt');
      case 'GetItem':
        return this.item(args);
      case 'GetItemOrNullObject':
        return this.#find(args[0]) ?? null;
      default:
        return new Acknowledging();
    }
  }

  override call(name: string): unknown {
    if (name === 'GetCount') return this.#numbers().length;
    if (name === 'Add') this.#model.slides += 1;
    return null;
  }

  #find(id: unknown): Slide | undefined {
    const number = this.#numbers().find((candidate) => slideId(candidate) === id);
    return number === undefined ? undefined : new Slide(this.#model, number);
  }
}

const slideId = (number: number) => `${255 + number}#`;

function fail(location: string): never {
  throw itemNotFound(location);
}

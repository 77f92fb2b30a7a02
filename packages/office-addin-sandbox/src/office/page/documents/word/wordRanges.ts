import { HostObject } from '../../rich/hostObject.ts';
import { itemNotFound } from '../../rich/richApiError.ts';

export class WordRanges extends HostObject {
  readonly #ranges: readonly HostObject[];

  constructor(ranges: readonly HostObject[]) {
    super();
    this.#ranges = ranges;
  }

  override items(): readonly HostObject[] {
    return this.#ranges;
  }

  override method(name: string): HostObject | null | undefined {
    const found = name.startsWith('GetLast') ? this.#ranges.at(-1) : this.#ranges[0];
    if (!name.startsWith('GetFirst') && !name.startsWith('GetLast')) return undefined;
    if (found) return found;
    if (name.endsWith('OrNullObject')) return null;
    throw itemNotFound(`Collection.${name}`);
  }
}

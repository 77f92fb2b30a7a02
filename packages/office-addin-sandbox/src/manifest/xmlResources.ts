import type { Localized } from './addinManifest.ts';
import { ManifestError } from './manifestError.ts';
import { childrenOf, elementsAt, type XmlElement } from './xmlElement.ts';

const LISTS = {
  image: ['Images', 'Image'],
  url: ['Urls', 'Url'],
  text: ['ShortStrings', 'String'],
  longText: ['LongStrings', 'String'],
} as const;

/** `Resources` of VersionOverrides: texts and addresses that elements refer to with `resid`. */
export class XmlResources {
  readonly #file: string;
  readonly #resources: XmlElement | undefined;

  constructor(file: string, resources: XmlElement | undefined) {
    this.#file = file;
    this.#resources = resources;
  }

  text(element: XmlElement): Localized {
    return localizedIn(this.#file, this.#find(element, ['text', 'longText']));
  }

  url(element: XmlElement): Localized {
    const found = this.#find(element, ['url']);
    return checkedAddress(this.#file, found, localizedIn(this.#file, found));
  }

  image(element: XmlElement): Localized {
    return localizedIn(this.#file, this.#find(element, ['image']));
  }

  #find(element: XmlElement, lists: readonly (keyof typeof LISTS)[]): XmlElement {
    const id = element.attributes.get('resid') ?? '';
    const found = lists
      .flatMap((list) => elementsAt(this.#resources, ...LISTS[list]))
      .find(({ attributes }) => attributes.get('id') === id);
    if (found) return found;
    const places = lists.map((list) => LISTS[list][0]).join(' or ');
    throw new ManifestError(
      this.#file,
      element.line,
      `<${element.name}>`,
      `Resources has no entry with the id "${id}" in ${places}.`,
    );
  }
}

/** Reads `DefaultValue` and the `Override` elements for other languages. */
export function localizedIn(file: string, element: XmlElement): Localized {
  const text = element.attributes.get('DefaultValue');
  if (text === undefined)
    throw new ManifestError(file, element.line, `<${element.name}>`, 'It has no DefaultValue.');
  const overrides = childrenOf(element, 'Override').flatMap(({ attributes }) => {
    const [locale, value] = [attributes.get('Locale'), attributes.get('Value')];
    return locale !== undefined && value !== undefined ? [[locale, value] as const] : [];
  });
  return { default: text, overrides: Object.fromEntries(overrides) };
}

/** Throws a ManifestError unless every value is an https address: office.js works only on https pages. */
export function checkedAddress(file: string, element: XmlElement, address: Localized): Localized {
  const wrong = [address.default, ...Object.values(address.overrides)].find(
    (text) => !URL.canParse(text) || new URL(text).protocol !== 'https:',
  );
  if (wrong === undefined) return address;
  throw new ManifestError(file, element.line, `<${element.name}>`, `"${wrong}" isn't an https address.`);
}

import { finding, type Check } from '../check.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../element.ts';

/** Checks that every text exists once in every language of the pane and of the manifest. */
export const checkLocales: Check = ({ root, facts }) => {
  const texts = [
    ...['DisplayName', 'Description'].flatMap((name) => childrenOf(root, name)),
    ...descendantsOf(root, 'String'),
  ];
  const defaultLocale = childOf(root, 'DefaultLocale')?.text ?? '';
  const wanted = new Set([...facts.locales, ...texts.flatMap(localesOf)]);
  wanted.delete(defaultLocale);
  return texts.flatMap((text) => {
    const found = localesOf(text);
    const missing = [...wanted].filter((locale) => !found.includes(locale));
    const doubled = found.filter((locale, index) => found.indexOf(locale) !== index);
    return [
      ...missing.map((locale) =>
        finding(
          text,
          `${nameOf(text)} has no text for ${locale}.`,
          `Add an Override with Locale="${locale}".`,
        ),
      ),
      ...doubled.map((locale) =>
        finding(text, `${nameOf(text)} has two texts for ${locale}.`, 'Keep one of them.'),
      ),
    ];
  });
};

function localesOf(text: XmlElement): string[] {
  return childrenOf(text, 'Override').map((override) => override.attributes.get('Locale') ?? '');
}

function nameOf(text: XmlElement): string {
  return text.attributes.get('id') ?? text.name;
}

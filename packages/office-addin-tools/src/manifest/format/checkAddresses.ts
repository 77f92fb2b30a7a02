import type { Finding } from '../../finding.ts';
import { finding } from '../check.ts';
import type { TypedElement } from './checkStructure.ts';
import { shown } from './simpleTypes.ts';

/** Visual Studio replaces this prefix when it publishes the project. */
const VISUAL_STUDIO = /^~remoteAppUrl(?:\/|$)/u;
/** Placeholders in templates. */
const TEMPLATE = /\{\{?[\w .-]{1,40}\}\}?|\$[\w-]{1,40}\$/u;

/** Opened in a browser, not loaded by Office. */
const IN_BROWSER = new Set(['SupportUrl', 'QueryUri', 'DictionaryHomePage', 'LearnMoreUrl', 'MoreInfoUrl']);

/** Checks that every URL is absolute, and that URLs loaded by Office use https. */
export function checkAddresses(typed: readonly TypedElement[]): Finding[] {
  const loaded = new Set<string | undefined>();
  for (const { element } of typed)
    if (!IN_BROWSER.has(element.name)) loaded.add(element.attributes.get('resid'));
  return typed.flatMap(({ element, type }) =>
    Object.entries(type.attributes).flatMap(([name, rule]) => {
      const value = element.attributes.get(name);
      if (rule.type.name !== 'URL' || value === undefined || value.length > 2048) return [];
      const holder = element.name === 'Override' ? (element.parent ?? element) : element;
      const inBrowser =
        IN_BROWSER.has(holder.name) || (holder.name === 'Url' && !loaded.has(holder.attributes.get('id')));
      if (VISUAL_STUDIO.test(value) || TEMPLATE.test(value) || isAddress(value, inBrowser)) return [];
      return [
        finding(
          element,
          `${shown(value)} is not an https address.`,
          'Write the full https URL: Office loads add-ins over https only.',
        ),
      ];
    }),
  );
}

function isAddress(value: string, inBrowser: boolean): boolean {
  const protocol = URL.parse(value)?.protocol;
  return protocol === 'https:' || (inBrowser && protocol === 'http:');
}

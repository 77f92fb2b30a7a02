import type { Finding } from '../../finding.ts';
import { finding } from '../check.ts';
import { ancestorOf, childOf, type XmlElement } from '../element.ts';
import { didYouMean } from '../../nearest.ts';
import { MOBILE_ICON_SCALES, MOBILE_ICON_SIZES, REQUIRED_ICON_SIZES } from './basicTypes.ts';
import { BUILT_IN_TABS, CONTEXT_MENUS } from './builtInTabs.ts';
import type { TypedElement } from './checkStructure.ts';
import { shown } from './simpleTypes.ts';

/** Checks ribbon commands beyond their structure: ids of built-in tabs, icon sizes, and attributes of events. */
export function checkCommands(typed: readonly TypedElement[]): Finding[] {
  return typed.flatMap(({ element, type }) => {
    switch (type.name) {
      case 'OfficeTab':
        return checkId(element, tabsFor(element), 'a tab');
      case 'OfficeMenu':
        return checkId(element, CONTEXT_MENUS, 'a menu');
      case 'IconList':
        return checkSizes(element);
      case 'MobileIconList':
        return checkMobileSizes(element);
      case 'LaunchEventDefinition':
        return checkLaunchEvent(element);
      default:
        return element.name === 'InsertAfter' || element.name === 'InsertBefore'
          ? checkNeighbor(element)
          : [];
    }
  });
}

function tabsFor(element: XmlElement): readonly string[] {
  return BUILT_IN_TABS[ancestorOf(element, 'Host')?.xsiType?.name ?? ''] ?? [];
}

function checkId(element: XmlElement, known: readonly string[], what: string): Finding[] {
  const id = element.attributes.get('id') ?? '';
  if (id === '' || known.length === 0 || known.includes(id)) return [];
  return [finding(element, `${shown(id)} is not ${what} of this application.`, suggest(id, known))];
}

function checkNeighbor(element: XmlElement): Finding[] {
  const known = tabsFor(element);
  if (element.text === '' || known.length === 0 || known.includes(element.text)) return [];
  return [
    finding(
      element,
      `${shown(element.text)} is not a tab of this application.`,
      suggest(element.text, known),
    ),
  ];
}

function suggest(id: string, known: readonly string[]): string {
  const meant = didYouMean(id, known);
  return meant === '' ? `Known ids: ${known.join(', ')}.` : meant;
}

function checkSizes(icon: XmlElement): Finding[] {
  const sizes = icon.children.map(({ attributes }) => attributes.get('size'));
  return REQUIRED_ICON_SIZES.filter((size) => !sizes.includes(size)).map((size) =>
    finding(icon, `The icon has no image of size ${size}.`, 'Office requires the sizes 16, 32 and 80.'),
  );
}

function checkMobileSizes(icon: XmlElement): Finding[] {
  const found = icon.children.map(
    ({ attributes }) => `${attributes.get('size') ?? ''} ${attributes.get('scale') ?? ''}`,
  );
  const missing = MOBILE_ICON_SIZES.flatMap((size) =>
    MOBILE_ICON_SCALES.filter((scale) => !found.includes(`${size} ${scale}`)).map(
      (scale) => `${size} at scale ${scale}`,
    ),
  );
  if (missing.length === 0) return [];
  return [
    finding(
      icon,
      `The icon has no image of ${missing.join(', ')}.`,
      'A mobile button needs images of 25, 32 and 48 pixels, each at scale 1, 2 and 3.',
    ),
  ];
}

/** Checks attributes that only some events support (Microsoft's page "LaunchEvent element"). */
function checkLaunchEvent(event: XmlElement): Finding[] {
  const type = event.attributes.get('Type') ?? '';
  const only: [boolean, string, readonly string[]][] = [
    [event.attributes.has('SendMode'), 'SendMode', ['OnMessageSend', 'OnAppointmentSend']],
    [event.attributes.has('HeaderName'), 'HeaderName', ['OnMessageDecrypt', 'OnMessageReadWithCustomHeader']],
    [
      childOf(event, 'MessageAttachments') !== undefined,
      'MessageAttachments',
      ['OnMessageReadWithCustomAttachment'],
    ],
  ];
  return only
    .filter(([present, , events]) => present && !events.includes(type))
    .map(([, name, events]) =>
      finding(
        event,
        `The event ${shown(type)} does not support ${name}.`,
        `Remove it. Only ${events.join(' and ')} ${events.length === 1 ? 'supports' : 'support'} it.`,
      ),
    );
}

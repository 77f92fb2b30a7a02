import { any, optional, required, sequence, some, one, maybe, type ElementType } from './elementType.ts';
import { BASIC } from './namespaces.ts';
import {
  CultureName,
  LongString,
  oneOf,
  ReferenceId,
  ShortString,
  ShortVersion,
  Url,
  type SimpleType,
} from './simpleTypes.ts';

/** Types that all VersionOverrides share, with the conventional prefix bt ([MS-OWEMXML] section 5.6). */

/** A value with overrides by locale. The base manifest uses it too, in its own namespace. */
export function localized(namespace: string, name: string, type: SimpleType, id = false): ElementType {
  const override = sequence(namespace, `${name}Override`, [], {
    Locale: required(CultureName),
    Value: required(type),
  });
  return sequence(namespace, name, [any('Override', override)], {
    ...(id ? { id: required(ReferenceId) } : {}),
    DefaultValue: required(type),
  });
}

const reference = (
  name: string,
  refersTo: ElementType['refersTo'],
  attributes: ElementType['attributes'] = {},
): ElementType => ({
  ...sequence(BASIC, name, [], { resid: required(ReferenceId), ...attributes }),
  ...(refersTo ? { refersTo } : {}),
});

export const shortReference = reference('ShortResourceReference', ['ShortStrings']);
export const longReference = reference('LongResourceReference', ['LongStrings']);
/** A short or long text: Microsoft's pages and the schema disagree on some of them. */
export const textReference = reference('ShortResourceReference', ['ShortStrings', 'LongStrings']);
export const urlReference = reference('URLResourceReference', ['Urls']);

/** Sizes in pixels from Microsoft's page "Image element". The first three are required. */
export const ICON_SIZES = ['16', '32', '80', '20', '24', '40', '48', '64'] as const;
export const REQUIRED_ICON_SIZES = ICON_SIZES.slice(0, 3);
export const MOBILE_ICON_SIZES = ['25', '32', '48'] as const;
export const MOBILE_ICON_SCALES = ['1', '2', '3'] as const;

export const iconList = sequence(BASIC, 'IconList', [
  some(
    'Image',
    reference('ImageResourceReference', ['Images'], { size: required(oneOf('integer', ICON_SIZES)) }),
  ),
]);

export const mobileIconList: ElementType = {
  ...sequence(BASIC, 'MobileIconList', [
    some(
      'Image',
      reference('MobileImageResourceReference', ['Images'], {
        size: required(oneOf('integer', MOBILE_ICON_SIZES)),
        scale: required(oneOf('integer', MOBILE_ICON_SCALES)),
      }),
    ),
  ]),
  typeRequired: true,
};

const imageResource = localized(BASIC, 'ImageLocaleAwareSettingWithId', Url, true);
const urlResource = localized(BASIC, 'URLLocaleAwareSettingWithId', Url, true);
const shortResource = localized(BASIC, 'ShortLocaleAwareSettingWithId', ShortString, true);
const longResource = localized(BASIC, 'LongLocaleAwareSettingWithId', LongString, true);

export const resources = sequence(BASIC, 'Resources', [
  maybe('Images', sequence(BASIC, 'ImageResources', [any('Image', imageResource)])),
  maybe('Urls', sequence(BASIC, 'URLResources', [any('Url', urlResource)])),
  maybe('ShortStrings', sequence(BASIC, 'ShortStringResources', [any('String', shortResource)])),
  maybe('LongStrings', sequence(BASIC, 'LongStringResources', [any('String', longResource)])),
]);

const setType = sequence(BASIC, 'VersionedRequirement', [], {
  Name: required(ShortString),
  MinVersion: optional(ShortVersion),
});

export const requirements = sequence(BASIC, 'Requirements', [
  one('Sets', sequence(BASIC, 'Sets', [some('Set', setType)], { DefaultMinVersion: optional(ShortVersion) })),
]);

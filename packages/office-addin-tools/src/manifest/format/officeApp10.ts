import { localized } from './basicTypes.ts';
import { maybe, one, required, sequence, some, text, variants, type Part } from './elementType.ts';
import { APP_1_0 } from './namespaces.ts';
import { HOSTS, PERMISSIONS, type AddinKind } from './officeApp.ts';
import { ruleType } from './ruleTypes.ts';
import {
  AlternateId,
  Boolean,
  CultureName,
  integerType,
  LongString,
  oneOf,
  ShortString,
  Url,
  Uuid,
  Version,
} from './simpleTypes.ts';

/** Base manifest 1.0, from 2012: [MS-OWEMXML] section 5.1. It has Capabilities instead of Hosts. */

const url = localized(APP_1_0, 'URLLocaleAwareSetting', Url);
const page = one('SourceLocation', url);

/** Common first children. `VersionOverrides` was reserved for later versions. */
const opening = (kind: AddinKind): Part[] => [
  one('Id', text(APP_1_0, Uuid)),
  maybe('AlternateId', text(APP_1_0, AlternateId)),
  one('Version', text(APP_1_0, Version)),
  one('ProviderName', text(APP_1_0, ShortString)),
  one('DefaultLocale', text(APP_1_0, CultureName)),
  one('DisplayName', localized(APP_1_0, 'ShortLocaleAwareSetting', ShortString)),
  one('Description', localized(APP_1_0, 'LongLocaleAwareSetting', LongString)),
  maybe('IconUrl', url),
  maybe('SupportUrl', url),
  maybe('AppDomains', sequence(APP_1_0, 'AppDomains', [some('AppDomain', text(APP_1_0, LongString))])),
  { children: [{ name: 'VersionOverrides', type: undefined }], min: 0, max: 1 },
  maybe(
    'Capabilities',
    sequence(APP_1_0, 'Capabilities', [
      some(
        'Capability',
        sequence(APP_1_0, 'Capability', [], { Name: required(oneOf('Capability', HOSTS[kind])) }),
      ),
    ]),
  ),
];
const permissions = (kind: AddinKind) =>
  one('Permissions', text(APP_1_0, oneOf('Permissions', PERMISSIONS[kind])));
const number = (lowest: number, highest: number) => text(APP_1_0, integerType(lowest, highest));

const contentApp = sequence(APP_1_0, 'ContentApp', [
  ...opening('ContentApp'),
  one(
    'DefaultSettings',
    sequence(APP_1_0, 'ContentAppSettings', [
      page,
      maybe('RequestedWidth', number(32, 1000)),
      maybe('RequestedHeight', number(32, 1000)),
    ]),
  ),
  permissions('ContentApp'),
  maybe('AllowSnapshot', text(APP_1_0, Boolean)),
]);
const taskPaneApp = sequence(APP_1_0, 'TaskPaneApp', [
  ...opening('TaskPaneApp'),
  one('DefaultSettings', sequence(APP_1_0, 'TaskPaneAppSettings', [page])),
  permissions('TaskPaneApp'),
]);
const sized = (name: string) => sequence(APP_1_0, name, [page, one('RequestedHeight', number(32, 450))]);
const mailApp = sequence(APP_1_0, 'MailApp', [
  ...opening('MailApp'),
  one('DesktopSettings', sized('DesktopMailAppSettings')),
  maybe('TabletSettings', sized('TabletMailAppSettings')),
  maybe('PhoneSettings', sequence(APP_1_0, 'PhoneMailAppSettings', [page])),
  permissions('MailApp'),
  one('Rule', ruleType(APP_1_0)),
  maybe('DisableEntityHighlighting', text(APP_1_0, Boolean)),
]);

export const officeApp10 = variants(APP_1_0, 'OfficeApp', [taskPaneApp, mailApp, contentApp]);

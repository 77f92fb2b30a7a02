import { localized } from './basicTypes.ts';
import {
  any,
  foreign,
  maybe,
  one,
  optional,
  required,
  sequence,
  some,
  text,
  variants,
  type ElementType,
  type Part,
} from './elementType.ts';
import { mailOverrides10 } from './mailOverrides.ts';
import { APP, CONTENT, MAIL, SIGNATURE, TASK_PANE } from './namespaces.ts';
import { ruleType } from './ruleTypes.ts';
import {
  AlternateId,
  Boolean,
  CultureName,
  integerType,
  LongString,
  NonEmptyString,
  oneOf,
  patternType,
  ShortString,
  ShortVersion,
  Url,
  Uuid,
  Version,
} from './simpleTypes.ts';
import { contentOverrides, taskPaneOverrides } from './taskPaneOverrides.ts';

/** Base manifest 1.1: [MS-OWEMXML] section 5.2, and Microsoft's reference for ExtendedOverrides. */

export const PERMISSIONS = {
  TaskPaneApp: ['Restricted', 'ReadDocument', 'ReadAllDocument', 'WriteDocument', 'ReadWriteDocument'],
  ContentApp: ['Restricted', 'ReadDocument', 'WriteDocument', 'ReadWriteDocument'],
  MailApp: ['Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox'],
} as const;

const url = localized(APP, 'URLLocaleAwareSetting', Url);
const shortText = localized(APP, 'ShortLocaleAwareSetting', ShortString);
const longText = localized(APP, 'LongLocaleAwareSetting', LongString);
const permissions = (kind: AddinKind) => text(APP, oneOf('Permissions', PERMISSIONS[kind]));

/** Hosts by kind of add-in. "Database" is Access, which no longer supports add-ins. */
export const HOSTS = {
  TaskPaneApp: ['Document', 'Workbook', 'Presentation', 'Notebook', 'Project', 'Database'],
  ContentApp: ['Document', 'Workbook', 'Presentation', 'Notebook', 'Project', 'Database'],
  MailApp: ['Mailbox'],
} as const;

export type AddinKind = keyof typeof HOSTS;

const hosts = (kind: AddinKind) =>
  sequence(APP, 'Hosts', [
    some('Host', sequence(APP, 'Host', [], { Name: required(oneOf('Host', HOSTS[kind])) })),
  ]);

const set = sequence(APP, 'VersionedRequirement', [], {
  Name: required(ShortString),
  MinVersion: optional(ShortVersion),
});
const sets = sequence(APP, 'Sets', [some('Set', set)], { DefaultMinVersion: optional(ShortVersion) });
const method = sequence(APP, 'Requirement', [], { Name: required(LongString) });
const requirements = sequence(APP, 'Requirements', [
  maybe('Sets', sets),
  maybe('Methods', sequence(APP, 'Methods', [some('Method', method)])),
]);

const opening = (kind: AddinKind): Part[] => [
  one('Id', text(APP, Uuid)),
  maybe('AlternateId', text(APP, AlternateId)),
  one('Version', text(APP, Version)),
  one('ProviderName', text(APP, ShortString)),
  one('DefaultLocale', text(APP, CultureName)),
  one('DisplayName', shortText),
  one('Description', longText),
  maybe('IconUrl', url),
  maybe('HighResolutionIconUrl', url),
  maybe('SupportUrl', url),
  maybe('AppDomains', sequence(APP, 'AppDomains', [some('AppDomain', text(APP, LongString))])),
  maybe('Hosts', hosts(kind)),
];
const signature = foreign('Signature', SIGNATURE);

const side = text(APP, integerType(32, 1000));
const contentSettings = sequence(APP, 'ContentAppSettings', [
  one('SourceLocation', url),
  maybe('RequestedWidth', side),
  maybe('RequestedHeight', side),
]);
const contentApp = sequence(APP, 'ContentApp', [
  ...opening('ContentApp'),
  maybe('Requirements', requirements),
  one('DefaultSettings', contentSettings),
  one('Permissions', permissions('ContentApp')),
  maybe('AllowSnapshot', text(APP, Boolean)),
  foreign('VersionOverrides', CONTENT, contentOverrides),
  signature,
]);

const dictionary = sequence(APP, 'Dictionary', [
  one('TargetDialects', sequence(APP, 'TargetDialects', [some('TargetDialect', text(APP, CultureName))])),
  one('QueryUri', url),
  one('CitationText', shortText),
  one('DictionaryName', shortText),
  one('DictionaryHomePage', url),
]);

const tokenAttributes = { Name: required(NonEmptyString), DefaultValue: required(NonEmptyString) };
const token = variants(APP, 'Token', [
  ...['RequirementsToken', 'RequirementToken'].map((name) =>
    sequence(
      APP,
      name,
      [
        any(
          'Override',
          sequence(APP, 'RequirementTokenOverride', [one('Requirements', requirements)], {
            Value: required(NonEmptyString),
          }),
        ),
      ],
      tokenAttributes,
    ),
  ),
  sequence(
    APP,
    'LocaleToken',
    [
      any(
        'Override',
        sequence(APP, 'LocaleTokenOverride', [], {
          Locale: required(
            patternType('Locale', /^[a-z\d*-]{1,35}$/iu, 'Write a language tag, such as es-* or es-mx.'),
          ),
          Value: required(NonEmptyString),
        }),
      ),
    ],
    tokenAttributes,
  ),
]);
const extendedOverrides = sequence(
  APP,
  'ExtendedOverrides',
  [maybe('Tokens', sequence(APP, 'Tokens', [some('Token', token)]))],
  { Url: required(Url), ResourcesUrl: optional(Url), ResourceUrl: optional(Url) },
);
const taskPaneApp = sequence(APP, 'TaskPaneApp', [
  ...opening('TaskPaneApp'),
  maybe('Requirements', requirements),
  one('DefaultSettings', sequence(APP, 'TaskPaneAppSettings', [one('SourceLocation', url)])),
  one('Permissions', permissions('TaskPaneApp')),
  maybe('Dictionary', dictionary),
  foreign('VersionOverrides', TASK_PANE, taskPaneOverrides),
  maybe('ExtendedOverrides', extendedOverrides),
  signature,
]);

const height = text(APP, integerType(32, 450));
const page = one('SourceLocation', url);
/** The schema requires a height, but Microsoft's page "Form element" calls it optional, and Outlook accepts both. */
const readSettings = sequence(APP, 'ItemReadDesktopMailAppSettings', [
  page,
  maybe('RequestedHeight', height),
]);
const phoneSettings = sequence(APP, 'ItemReadPhoneMailAppSettings', [page]);
const editSettings = sequence(APP, 'ItemEditMailAppSettings', [page]);
const form = variants(APP, 'FormType', [
  sequence(APP, 'ItemRead', [
    one('DesktopSettings', readSettings),
    maybe('TabletSettings', readSettings),
    maybe('PhoneSettings', phoneSettings),
  ]),
  sequence(APP, 'ItemEdit', [
    one('DesktopSettings', editSettings),
    maybe('TabletSettings', editSettings),
    maybe('PhoneSettings', editSettings),
  ]),
]);
const mailApp = sequence(APP, 'MailApp', [
  ...opening('MailApp'),
  one('Requirements', sequence(APP, 'MailAppRequirements', [one('Sets', sets)])),
  one('FormSettings', sequence(APP, 'FormSettings', [some('Form', form, 2)])),
  maybe('Permissions', permissions('MailApp')),
  one('Rule', ruleType(APP)),
  maybe('DisableEntityHighlighting', text(APP, Boolean)),
  foreign('VersionOverrides', MAIL, mailOverrides10),
  signature,
]);

export const officeApp: ElementType = variants(APP, 'OfficeApp', [taskPaneApp, mailApp, contentApp]);

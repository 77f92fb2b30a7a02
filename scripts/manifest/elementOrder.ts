import { ancestorOf, type XmlElement } from './element.ts';
import type { AddinKind } from './check.ts';

/**
 * Which children an element has, in the order of the schema. "!": exactly one; "+": one or more; "*": any number;
 * no mark: one at most. Source: Microsoft's page "How to find the proper order of manifest elements". Elements
 * that are not listed here are not looked into.
 */
const opening = [
  'Id!',
  'AlternateId',
  'Version!',
  'ProviderName!',
  'DefaultLocale!',
  'DisplayName!',
  'Description!',
  'IconUrl!',
  'HighResolutionIconUrl!',
  'SupportUrl!',
  'AppDomains',
  'Hosts!',
  'Requirements',
];
const overrides = ['Description', 'Requirements', 'Hosts!', 'Resources!'];

const officeApp: Record<AddinKind, readonly string[]> = {
  TaskPaneApp: [
    ...opening,
    'DefaultSettings!',
    'Permissions!',
    'Dictionary',
    'VersionOverrides!',
    'ExtendedOverrides',
  ],
  MailApp: [
    ...opening,
    'FormSettings!',
    'Permissions!',
    'Rule!',
    'DisableEntityHighlighting',
    'VersionOverrides!',
  ],
};

const anywhere: Readonly<Record<string, readonly string[]>> = {
  AppDomains: ['AppDomain*'],
  DefaultSettings: ['SourceLocation!'],
  FormSettings: ['Form+'],
  Form: ['DesktopSettings', 'TabletSettings', 'PhoneSettings'],
  DesktopSettings: ['SourceLocation!', 'RequestedHeight'],
  Hosts: ['Host+'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor', 'MobileFormFactor'],
  DesktopFormFactor: ['GetStarted', 'SupportsSharedFolders', 'FunctionFile', 'ExtensionPoint+'],
  GetStarted: ['Title!', 'Description!', 'LearnMoreUrl!'],
  OfficeTab: ['Group+'],
  Group: ['OverriddenByRibbonApi', 'Label!', 'Icon', 'Tooltip', 'Control+'],
  Control: ['OverriddenByRibbonApi', 'Label!', 'Supertip!', 'Icon!', 'Action', 'Enabled', 'Items'],
  Supertip: ['Title!', 'Description!'],
  Icon: ['Image+'],
  Action: ['TaskpaneId', 'SourceLocation', 'Title', 'SupportsPinning', 'FunctionName'],
  Resources: ['Images!', 'Urls!', 'ShortStrings!', 'LongStrings!'],
  Images: ['Image+'],
  Urls: ['Url+'],
  ShortStrings: ['String+'],
  LongStrings: ['String+'],
  WebApplicationInfo: ['Id!', 'Resource!', 'Scopes!'],
  Scopes: ['Scope+'],
};

/** The children that the schema gives this element, or undefined where it is not looked into. */
export function orderOf(element: XmlElement, kind: AddinKind): readonly string[] | undefined {
  if (!element.parent) return officeApp[kind];
  if (element.name !== 'VersionOverrides') return anywhere[element.name];
  if (kind === 'TaskPaneApp') return [...overrides, 'WebApplicationInfo', 'EquivalentAddins'];
  // Outlook: 1.0 holds 1.1 as its last child, and single sign-on belongs to 1.1.
  if (!ancestorOf(element, 'VersionOverrides')) return [...overrides, 'VersionOverrides'];
  return [
    ...overrides,
    'WebApplicationInfo',
    'EquivalentAddins',
    'ConnectedServiceControls',
    'ExtendedPermissions',
  ];
}

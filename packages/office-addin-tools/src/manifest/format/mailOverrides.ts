import { mobileIconList, shortReference, textReference, urlReference } from './basicTypes.ts';
import { commandTypes, type CommandTypes } from './commandTypes.ts';
import {
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
} from './elementType.ts';
import { MAIL, MAIL_1_1 } from './namespaces.ts';
import {
  common,
  equivalentAddins,
  hostsOf,
  launchEvent,
  newer,
  runtimesOf,
  scopesOf,
  webApplicationInfo,
} from './overrideTypes.ts';
import { ruleType } from './ruleTypes.ts';
import { Boolean, integerType, LongString, oneOf, ShortString } from './simpleTypes.ts';

/**
 * VersionOverrides 1.0 and 1.1 of mail add-ins: [MS-OWEMXML] sections 5.4 and 5.5, and Microsoft's reference for newer
 * elements. 1.0 covers the ribbon only; 1.1 added events, mobile commands, pinning and single sign-on.
 */

/** From Microsoft's page "Activate add-ins with events", including previews. */
export const MAIL_EVENTS = [
  'OnNewMessageCompose',
  'OnNewAppointmentOrganizer',
  'OnMessageAttachmentsChanged',
  'OnAppointmentAttachmentsChanged',
  'OnMessageRecipientsChanged',
  'OnAppointmentAttendeesChanged',
  'OnAppointmentTimeChanged',
  'OnAppointmentRecurrenceChanged',
  'OnInfoBarDismissClicked',
  'OnMessageSend',
  'OnAppointmentSend',
  'OnMessageCompose',
  'OnAppointmentOrganizer',
  'OnMessageFromChanged',
  'OnAppointmentFromChanged',
  'OnSensitivityLabelChanged',
  'OnMessageReadWithCustomAttachment',
  'OnMessageReadWithCustomHeader',
  'OnMessageDecrypt',
] as const;

const surfacesOf = ({ surface }: CommandTypes) =>
  [
    'MessageReadCommandSurface',
    'MessageComposeCommandSurface',
    'AppointmentOrganizerCommandSurface',
    'AppointmentAttendeeCommandSurface',
  ].map((name) => surface(name));

function eventsOf(namespace: string): ElementType {
  const event = sequence(namespace, 'Event', [], {
    Type: required(oneOf('event', ['ItemSend'])),
    FunctionExecution: required(
      oneOf('EventFunctionExecutionType', ['synchronous', 'asynchronous', 'synchronousUserDismissable']),
    ),
    FunctionName: required(LongString),
  });
  return sequence(namespace, 'Events', [one('Event', event)]);
}

function customPane(namespace: string): ElementType {
  return sequence(namespace, 'CustomPane', [
    maybe('RequestedHeight', text(namespace, integerType(32, 450))),
    one('SourceLocation', urlReference),
    one('Rule', ruleType(namespace)),
    maybe('DisableEntityHighlighting', text(namespace, Boolean)),
  ]);
}

const commands10 = commandTypes(MAIL, {
  showTaskpane: [one('SourceLocation', urlReference)],
  taskPane: false,
  tooltip: false,
});

const formFactor10 = sequence(MAIL, 'FormFactor', [
  maybe('FunctionFile', urlReference),
  some(
    'ExtensionPoint',
    variants(MAIL, 'ExtensionPoint', [...surfacesOf(commands10), eventsOf(MAIL), customPane(MAIL)]),
  ),
]);

const boolean11 = text(MAIL_1_1, Boolean);
const commands11 = commandTypes(MAIL_1_1, {
  showTaskpane: [
    one('SourceLocation', urlReference),
    maybe('SupportsPinning', boolean11),
    maybe('SupportsNoItemContext', boolean11),
    maybe('SupportsMultiSelect', boolean11),
  ],
  taskPane: false,
  tooltip: true,
});

const mobileButton = sequence(
  MAIL_1_1,
  'MobileButton',
  [one('Label', shortReference), one('Icon', mobileIconList), one('Action', commands11.action)],
  { id: required(ShortString) },
);
const mobileControl = variants(MAIL_1_1, 'MobileControl', [mobileButton]);
const mobileGroup = sequence(
  MAIL_1_1,
  'MobileGroup',
  [one('Label', shortReference), some('Control', mobileControl)],
  { id: required(ShortString) },
);
const mobileSurfaces = [
  'MobileMessageReadCommandSurface',
  'MobileMessageComposeCommandSurface',
  'MobileAppointmentOrganizerCommandSurface',
  'MobileAppointmentAttendeeCommandSurface',
].map((name) => sequence(MAIL_1_1, name, [one('Group', mobileGroup)]));
const mobileButtons = ['MobileOnlineMeetingCommandSurface', 'MobileLogEventAppointmentAttendee'].map((name) =>
  sequence(MAIL_1_1, name, [one('Control', mobileControl)]),
);

const module = sequence(MAIL_1_1, 'Module', [
  one('SourceLocation', urlReference),
  one('Label', shortReference),
  one('CommandSurface', sequence(MAIL_1_1, 'CommandSurface', [some('CustomTab', commands11.customTab)])),
]);
const detectedEntity = sequence(MAIL_1_1, 'DetectedEntity', [
  one('Label', shortReference),
  maybe('RequestedHeight', text(MAIL_1_1, integerType(140, 450))),
  one('SourceLocation', urlReference),
  one('Rule', ruleType(MAIL_1_1)),
]);

const reportingOptions = sequence(
  MAIL_1_1,
  'ReportingOptions',
  [one('Title', textReference), some('Option', textReference, 5)],
  { inputType: optional(oneOf('inputType', ['Radio', 'Checkbox'])) },
);
const reportPhishing = sequence(MAIL_1_1, 'ReportPhishingCommandSurface', [
  one(
    'ReportPhishingCustomization',
    sequence(MAIL_1_1, 'ReportPhishingCustomization', [
      one('Control', variants(MAIL_1_1, 'Control', [commands11.button])),
      one(
        'PreProcessingDialog',
        sequence(MAIL_1_1, 'PreProcessingDialog', [
          one('Title', textReference),
          one('Description', textReference),
          maybe('NeverShowAgainOption', boolean11),
          maybe('ReportingOptions', reportingOptions),
          maybe('FreeTextLabel', textReference),
          maybe(
            'MoreInfo',
            sequence(MAIL_1_1, 'MoreInfo', [
              one('MoreInfoText', textReference),
              one('MoreInfoUrl', urlReference),
            ]),
          ),
        ]),
      ),
      one('SourceLocation', urlReference),
    ]),
  ),
]);

const launch = launchEvent(MAIL_1_1, MAIL_EVENTS);
const desktopPoints = variants(MAIL_1_1, 'ExtensionPoint', [
  ...surfacesOf(commands11),
  module,
  launch,
  eventsOf(MAIL_1_1),
  detectedEntity,
  reportPhishing,
  customPane(MAIL_1_1),
]);
const mobilePoints = variants(MAIL_1_1, 'ExtensionPoint', [...mobileSurfaces, ...mobileButtons, launch]);

const mailHost11 = sequence(MAIL_1_1, 'MailHost', [
  maybe('Runtimes', runtimesOf(MAIL_1_1)),
  maybe(
    'DesktopFormFactor',
    sequence(MAIL_1_1, 'FormFactorWithSupportsSharedFolders', [
      maybe('SupportsSharedFolders', boolean11),
      maybe('FunctionFile', urlReference),
      some('ExtensionPoint', desktopPoints),
    ]),
  ),
  maybe(
    'MobileFormFactor',
    sequence(MAIL_1_1, 'FormFactor', [
      maybe('FunctionFile', urlReference),
      some('ExtensionPoint', mobilePoints),
    ]),
  ),
]);

export const mailOverrides11: ElementType = {
  ...sequence(MAIL_1_1, 'VersionOverridesV1_1', [
    ...common(hostsOf(MAIL_1_1, variants(MAIL_1_1, 'Host', [mailHost11]))),
    maybe('WebApplicationInfo', webApplicationInfo(MAIL_1_1)),
    maybe('EquivalentAddins', equivalentAddins(MAIL_1_1, false)),
    maybe(
      'ConnectedServiceControls',
      sequence(MAIL_1_1, 'ConnectedServiceControls', [
        maybe('ConnectedServiceControlsScopes', scopesOf(MAIL_1_1, 'ConnectedServiceControlsScopes')),
      ]),
    ),
    maybe(
      'ExtendedPermissions',
      sequence(MAIL_1_1, 'ExtendedPermissions', [
        some('ExtendedPermission', text(MAIL_1_1, oneOf('ExtendedPermission', ['AppendOnSend']))),
      ]),
    ),
    newer(`${MAIL}/1.2`),
  ]),
  typeRequired: true,
};

export const mailOverrides10: ElementType = {
  ...sequence(MAIL, 'VersionOverridesV1_0', [
    ...common(
      hostsOf(
        MAIL,
        variants(MAIL, 'Host', [sequence(MAIL, 'MailHost', [maybe('DesktopFormFactor', formFactor10)])]),
      ),
    ),
    foreign('VersionOverrides', MAIL_1_1, mailOverrides11),
  ]),
  typeRequired: true,
};

import { shortReference, textReference, urlReference } from './basicTypes.ts';
import { commandTypes, sourceOnly } from './commandTypes.ts';
import { maybe, one, required, sequence, some, text, variants, type ElementType } from './elementType.ts';
import { CONTENT, TASK_PANE } from './namespaces.ts';
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
import { LongString, ShortString } from './simpleTypes.ts';

/** VersionOverrides 1.0 of task pane add-ins: [MS-OWEMXML] section 5.7, and Microsoft's reference for newer elements. */

const { control, surface } = commandTypes(TASK_PANE, {
  showTaskpane: [
    maybe('TaskpaneId', text(TASK_PANE, ShortString)),
    one('SourceLocation', urlReference),
    maybe('Title', shortReference),
  ],
  taskPane: true,
  tooltip: false,
});

const contextMenu = sequence(TASK_PANE, 'ContextMenu', [
  some(
    'OfficeMenu',
    sequence(TASK_PANE, 'OfficeMenu', [some('Control', control)], { id: required(ShortString) }),
  ),
]);
const customFunctions = sequence(TASK_PANE, 'CustomFunctions', [
  one('Script', sourceOnly(TASK_PANE, 'Script')),
  one('Page', sourceOnly(TASK_PANE, 'Page')),
  maybe('Metadata', sourceOnly(TASK_PANE, 'Metadata')),
  maybe('Namespace', shortReference),
]);
const launch = launchEvent(TASK_PANE, ['OnDocumentOpened']);

const desktopFormFactor = sequence(TASK_PANE, 'FormFactor', [
  maybe(
    'GetStarted',
    sequence(TASK_PANE, 'GetStarted', [
      one('Title', shortReference),
      one('Description', textReference),
      one('LearnMoreUrl', urlReference),
    ]),
  ),
  maybe('FunctionFile', urlReference),
  some(
    'ExtensionPoint',
    variants(TASK_PANE, 'ExtensionPoint', [
      surface('PrimaryCommandSurface'),
      contextMenu,
      customFunctions,
      launch,
    ]),
  ),
]);
const allFormFactors = sequence(TASK_PANE, 'AllFormFactors', [
  some('ExtensionPoint', variants(TASK_PANE, 'ExtensionPoint', [customFunctions, launch])),
]);

const host = (name: string) =>
  sequence(TASK_PANE, name, [
    maybe('Runtimes', runtimesOf(TASK_PANE)),
    maybe('AllFormFactors', allFormFactors),
    maybe('DesktopFormFactor', desktopFormFactor),
  ]);

const authorization = sequence(TASK_PANE, 'WebAppAuthorization', [
  one('Resource', text(TASK_PANE, LongString)),
  one('Scopes', scopesOf(TASK_PANE, 'WebApplicationScopes')),
]);

/** Hosts in VersionOverrides of a task pane manifest. */
export const TASK_PANE_HOSTS = ['Workbook', 'Document', 'Notebook', 'Presentation'] as const;

export const taskPaneOverrides: ElementType = {
  ...sequence(TASK_PANE, 'VersionOverridesV1_0', [
    ...common(hostsOf(TASK_PANE, variants(TASK_PANE, 'Host', TASK_PANE_HOSTS.map(host)))),
    maybe(
      'WebApplicationInfo',
      webApplicationInfo(TASK_PANE, [
        maybe(
          'Authorizations',
          sequence(TASK_PANE, 'WebAppAuthorizations', [some('Authorization', authorization)]),
        ),
      ]),
    ),
    maybe('EquivalentAddins', equivalentAddins(TASK_PANE, true)),
    newer(`${TASK_PANE}/1.1`),
  ]),
  typeRequired: true,
};

/** VersionOverrides 1.0 of content add-ins: single sign-on only ([MS-OWEMXML] section 5.3). */
export const contentOverrides: ElementType = {
  ...sequence(CONTENT, 'VersionOverridesV1_0', [maybe('WebApplicationInfo', webApplicationInfo(CONTENT))]),
  typeRequired: true,
};

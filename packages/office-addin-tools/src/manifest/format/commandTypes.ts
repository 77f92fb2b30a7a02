import { iconList, longReference, shortReference, textReference, urlReference } from './basicTypes.ts';
import {
  either,
  maybe,
  mixed,
  one,
  required,
  sequence,
  some,
  text,
  variants,
  type ElementType,
  type Part,
} from './elementType.ts';
import { Boolean, LongString, ShortString } from './simpleTypes.ts';

/** What the ribbon types of a VersionOverrides schema have that not all of them have. */
export interface CommandFeatures {
  /** Children of an Action of type ShowTaskpane. */
  readonly showTaskpane: readonly Part[];
  /** Task pane add-ins: icon of a group, built-in groups and controls, fallback for contextual tabs, Enabled. */
  readonly taskPane: boolean;
  /** Mail 1.1: a tooltip of a group or control. */
  readonly tooltip: boolean;
}

export interface CommandTypes {
  readonly action: ElementType;
  readonly button: ElementType;
  readonly control: ElementType;
  readonly customTab: ElementType;
  /** Of an extension point that puts controls on the ribbon. */
  readonly surface: (name: string) => ElementType;
}

/**
 * Buttons, menus, groups and tabs, which the schemas for task pane 1.0, mail 1.0 and mail 1.1 each define in their own
 * namespace. Facts: [MS-OWEMXML] 5.4, 5.5, 5.7, and for what is newer Microsoft's reference of the manifest
 * (OfficeDev/office-js-docs-reference, docs/manifest).
 */
export function commandTypes(namespace: string, features: CommandFeatures): CommandTypes {
  const id = { id: required(ShortString) };
  const boolean = text(namespace, Boolean);
  const overridden = features.taskPane ? [maybe('OverriddenByRibbonApi', boolean)] : [];
  const enabled = features.taskPane ? [maybe('Enabled', boolean)] : [];
  const tooltip = features.tooltip ? [maybe('Tooltip', textReference)] : [];

  const action = variants(namespace, 'Action', [
    sequence(namespace, 'ShowTaskpane', features.showTaskpane),
    sequence(namespace, 'ExecuteFunction', [one('FunctionName', text(namespace, LongString))]),
  ]);
  const supertip = sequence(namespace, 'Supertip', [
    one('Title', shortReference),
    one('Description', longReference),
  ]);
  const label = [...overridden, one('Label', shortReference), ...tooltip, one('Supertip', supertip)];
  const button = sequence(
    namespace,
    'Button',
    [...label, one('Icon', iconList), one('Action', action), ...enabled],
    id,
  );
  const item = sequence(
    namespace,
    'MenuItem',
    [...label, maybe('Icon', iconList), one('Action', action), ...enabled],
    id,
  );
  const menu = sequence(
    namespace,
    'Menu',
    [
      ...label,
      one('Icon', iconList),
      one('Items', sequence(namespace, 'MenuItems', [some('Item', item)])),
      ...enabled,
    ],
    id,
  );
  const control = variants(namespace, 'Control', [button, menu]);
  const builtIn = (name: string) => sequence(namespace, name, [], id);
  const group = sequence(
    namespace,
    'Group',
    features.taskPane
      ? [
          ...overridden,
          one('Label', shortReference),
          one('Icon', iconList),
          mixed({ Control: control, OfficeControl: builtIn('OfficeControl') }),
        ]
      : [one('Label', shortReference), ...tooltip, some('Control', control)],
    id,
  );
  const officeTab = sequence(namespace, 'OfficeTab', [some('Group', group)], id);
  const tabId = text(namespace, ShortString);
  const customTab = sequence(
    namespace,
    'CustomTab',
    features.taskPane
      ? [
          mixed({ Group: group, OfficeGroup: builtIn('OfficeGroup') }),
          one('Label', shortReference),
          either({ InsertAfter: tabId, InsertBefore: tabId }),
        ]
      : [some('Group', group), one('Label', shortReference)],
    id,
  );
  const surface = (name: string) =>
    sequence(namespace, name, [
      { ...some('OfficeTab', officeTab), min: 0 },
      { ...some('CustomTab', customTab), min: 0 },
    ]);
  return { action, button, control, customTab, surface };
}

/** An element that names a page or a script, and nothing else. */
export const sourceOnly = (namespace: string, name: string) =>
  sequence(namespace, name, [one('SourceLocation', urlReference)]);

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

/** Features of ribbon types that not every VersionOverrides schema has. */
export interface CommandFeatures {
  /** Children of an Action of type ShowTaskpane. */
  readonly showTaskpane: readonly Part[];
  /** Task pane add-ins: group icons, built-in groups and controls, fallback for contextual tabs, Enabled. */
  readonly taskPane: boolean;
  /** Mail 1.1: tooltips of groups and controls. */
  readonly tooltip: boolean;
}

export interface CommandTypes {
  readonly action: ElementType;
  readonly button: ElementType;
  readonly control: ElementType;
  readonly customTab: ElementType;
  /** Returns the type of an extension point that adds controls to the ribbon. */
  readonly surface: (name: string) => ElementType;
}

/**
 * Returns the types of buttons, menus, groups and tabs, which the schemas for task pane 1.0, mail 1.0 and mail 1.1 each
 * define in their own namespace. Sources: [MS-OWEMXML] 5.4, 5.5, 5.7; for newer elements Microsoft's manifest reference
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

/** Returns the type of an element that contains only a SourceLocation. */
export const sourceOnly = (namespace: string, name: string) =>
  sequence(namespace, name, [one('SourceLocation', urlReference)]);

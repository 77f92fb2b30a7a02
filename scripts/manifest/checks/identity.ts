import { fault, type Check, type Fault, type Manifest } from '../check.ts';
import { childOf, descendantsOf } from '../element.ts';
import { isGuid } from '../manifestFacts.ts';

const permissions = {
  TaskPaneApp: ['Restricted', 'ReadDocument', 'ReadAllDocument', 'WriteDocument', 'ReadWriteDocument'],
  MailApp: ['Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox'],
};
const APP = 'http://schemas.microsoft.com/office/appforoffice/1.1';
const TASK_PANE = 'http://schemas.microsoft.com/office/taskpaneappversionoverrides';
const MAIL = 'http://schemas.microsoft.com/office/mailappversionoverrides';

/** Who the add-in is: its Id, version, namespaces and what it may do. */
export const checkIdentity: Check = (manifest) => [
  ...checkId(manifest),
  ...checkVersion(manifest),
  ...checkNamespaces(manifest),
  ...checkPermissions(manifest),
];

function checkId({ root, facts }: Manifest): Fault[] {
  const id = childOf(root, 'Id');
  if (!id) return [];
  if (!isGuid(id.text)) {
    return [
      fault(id, `The add-in's Id "${id.text}" is not a GUID.`, 'Make one: `node -p "crypto.randomUUID()"`.'),
    ];
  }
  if (facts.otherIds.some((other) => other.toLowerCase() === id.text.toLowerCase())) {
    return [
      fault(
        id,
        'Another manifest of this project has the same Id.',
        'Give each manifest an Id of its own: Office takes them for one add-in.',
      ),
    ];
  }
  return [];
}

function checkVersion({ root }: Manifest): Fault[] {
  const version = childOf(root, 'Version');
  if (!version || /^\d{1,5}(?:\.\d{1,5}){0,3}$/u.test(version.text)) return [];
  return [
    fault(
      version,
      `"${version.text}" is not a version that Office reads.`,
      'Write one to four numbers of up to five digits, as 1.0.0.0.',
    ),
  ];
}

function checkNamespaces({ root, kind }: Manifest): Fault[] {
  const wrong =
    root.namespace === APP
      ? []
      : [fault(root, 'OfficeApp is in the wrong namespace.', `Set xmlns="${APP}".`)];
  const overrides = descendantsOf(root, 'VersionOverrides').flatMap((element) => {
    const nested = element.parent !== root;
    const namespace = kind === 'TaskPaneApp' ? TASK_PANE : nested ? `${MAIL}/1.1` : MAIL;
    const type = nested ? 'VersionOverridesV1_1' : 'VersionOverridesV1_0';
    if (element.namespace === namespace && element.attributes.get('type') === type) return [];
    return [
      fault(
        element,
        'Namespace and xsi:type of VersionOverrides do not fit this place.',
        `Write xmlns="${namespace}" xsi:type="${type}".`,
      ),
    ];
  });
  return [...wrong, ...overrides];
}

function checkPermissions({ root, kind }: Manifest): Fault[] {
  const element = childOf(root, 'Permissions');
  if (!element || permissions[kind].includes(element.text)) return [];
  return [
    fault(
      element,
      `"${element.text}" is not a permission of a ${kind}.`,
      `Choose the least that the add-in needs of: ${permissions[kind].join(', ')}.`,
    ),
  ];
}

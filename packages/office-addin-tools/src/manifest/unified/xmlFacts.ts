import { childOf, childrenOf } from '../element.ts';
import { parseXml } from '../parseXml.ts';
import type { XmlFacts } from './unifiedFacts.ts';

/** Scopes of the unified manifest by Host in XML. */
const scopeOf: Readonly<Record<string, string>> = {
  Document: 'document',
  Workbook: 'workbook',
  Presentation: 'presentation',
  Mailbox: 'mail',
};
/** From Microsoft's page "Privileges for add-ins in the unified manifest". */
const permissionOf: Readonly<Record<string, string>> = {
  Restricted: 'Document.Restricted.User',
  ReadDocument: 'Document.Read.User',
  WriteDocument: 'Document.Write.User',
  ReadWriteDocument: 'Document.ReadWrite.User',
  ReadItem: 'MailboxItem.Read.User',
  ReadWriteItem: 'MailboxItem.ReadWrite.User',
  ReadWriteMailbox: 'Mailbox.ReadWrite.User',
};

/**
 * @param manifests the project's XML manifests; the first one provides Id, version and title
 * @returns undefined if one cannot be parsed, because partial facts would be misleading
 */
export function xmlFacts(manifests: readonly string[]): XmlFacts | undefined {
  const roots = manifests.flatMap((text) => {
    const parsed = parseXml(text);
    return 'error' in parsed ? [] : [parsed.root];
  });
  const [first] = roots;
  if (!first || roots.length < manifests.length) return undefined;
  return {
    id: childOf(first, 'Id')?.text,
    version: childOf(first, 'Version')?.text,
    title: childOf(first, 'DisplayName')?.attributes.get('DefaultValue'),
    scopes: roots
      .flatMap((root) => childrenOf(childOf(root, 'Hosts'), 'Host'))
      .map((host) => host.attributes.get('Name') ?? '')
      .map((name) => scopeOf[name] ?? name),
    permissions: roots
      .map((root) => childOf(root, 'Permissions')?.text ?? '')
      .map((name) => permissionOf[name] ?? name),
  };
}

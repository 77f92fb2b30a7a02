import { readFileSync } from 'node:fs';
import { ApiObject, type ApiObjectClass } from '../office/page/rich/apiObject.ts';
import { apiClass, apiClassNames, isApiClass, type ApiMember } from '../office/page/rich/apiTypes.ts';
import { storedMethod } from '../office/page/rich/storedMethods.ts';
import { excelRangeClasses } from '../office/page/documents/excel/excelRange.ts';
import { excelApplicationClasses } from '../office/page/documents/excel/excelApplication.ts';
import { excelCommentClasses } from '../office/page/documents/excel/excelComments.ts';
import { ExcelFunctions, excelFunctionClasses } from '../office/page/documents/excel/excelFunctions.ts';
import { ExcelRangeAreas } from '../office/page/documents/excel/excelRangeAreas.ts';
import { excelTableClasses } from '../office/page/documents/excel/excelTables.ts';
import { excelWorkbookClasses } from '../office/page/documents/excel/excelWorkbook.ts';
import { mailboxMethods } from '../office/page/documents/outlook/mailboxMethods.ts';
import { presentationClasses } from '../office/page/documents/powerpoint/presentationObjects.ts';
import { wordClasses } from '../office/page/documents/word/wordObjects.ts';
import { wordTableClasses } from '../office/page/documents/word/wordTables.ts';
import type { CoverageEntry, Support } from './coverage.ts';

/*
 * Determines how the sandbox supports each member of the typings, from the classes of the object models. Needed only to
 * generate coverage.json and COVERAGE.md, and by the test that compares them.
 */

const classes: readonly ApiObjectClass[] = [
  ...excelApplicationClasses,
  ...excelCommentClasses,
  ...excelFunctionClasses,
  ...excelRangeClasses,
  ExcelRangeAreas,
  ...excelTableClasses,
  ...excelWorkbookClasses,
  ...presentationClasses,
  ...wordClasses,
  ...wordTableClasses,
];

/** Members of the Common API and of identity that the host page answers; dispatch ids don't contain their names. */
const commonMembers = new Set([
  'Office.Auth.getAccessToken',
  'Office.Document.getActiveViewAsync',
  'Office.Document.getFilePropertiesAsync',
  'Office.Document.getSelectedDataAsync',
  'Office.Document.setSelectedDataAsync',
  'Office.Settings.refreshAsync',
  'Office.Settings.saveAsync',
]);

/** Members that office.js implements without the host. */
const withinOfficeJs = new Set([
  'Office.Settings.get',
  'Office.Settings.set',
  'Office.Settings.remove',
  'Office.CustomProperties.get',
  'Office.CustomProperties.getAll',
  'Office.CustomProperties.set',
  'Office.CustomProperties.remove',
  'Office.UI.displayDialogAsync',
  'Office.UI.messageParent',
  'Office.Dialog.close',
  'Office.Dialog.messageChild',
  'Office.Dialog.addEventHandler',
]);

/** Returns the names of members that a class of the object models implements, such as `Word.Body.insertText`. */
export function implementedMembers(): Set<string> {
  const found = new Set<string>();
  for (const { apiTypes, prototype } of classes) {
    for (const type of apiTypes) {
      for (const name of memberNames(prototype)) {
        const member = apiClass(type)?.members.get(name.toLowerCase());
        if (member?.name === name) found.add(`${type}.${name}`);
      }
      for (const name of prototype.apiEvents) found.add(`${type}.${name}`);
    }
  }
  const functions = new ExcelFunctions();
  for (const { name } of apiClass('Excel.Functions')?.members.values() ?? []) {
    if (functions.apiMethod(name)) found.add(`Excel.Functions.${name}`);
  }
  for (const { members, run } of Object.values(mailboxMethods)) {
    if (run) for (const name of members) found.add(name);
  }
  for (const name of commonMembers) found.add(name);
  return found;
}

function memberNames(prototype: ApiObject): string[] {
  const names: string[] = [];
  for (
    let current: object = prototype;
    current !== ApiObject.prototype && current !== Object.prototype;
    current = Object.getPrototypeOf(current) as object
  ) {
    names.push(...Object.getOwnPropertyNames(current));
  }
  return names.filter((name) => name !== 'constructor' && !name.startsWith('api'));
}

/** Members that the tests call, from models.test.ts. */
function calledMembers(): Set<string> {
  return new Set(readFileSync(new URL('./calledMembers.txt', import.meta.url), 'utf8').split('\n'));
}

/** Returns one entry per member of the typings. */
export function computeCoverage(): CoverageEntry[] {
  const implemented = implementedMembers();
  const called = calledMembers();
  return apiClassNames.flatMap((type) => {
    const members = apiClass(type)?.members.values() ?? [];
    return [...members].map((member) => ({
      member: `${type}.${member.name}`,
      set: member.set,
      support: supportOf(type, member, { implemented, called }),
    }));
  });
}

function supportOf(
  type: string,
  member: ApiMember,
  { implemented, called }: Readonly<Record<'implemented' | 'called', ReadonlySet<string>>>,
): Support {
  const name = `${type}.${member.name}`;
  if (implemented.has(name)) return called.has(name) ? 'implemented' : 'untested';
  if (type.startsWith('Office.')) return withinOfficeJs.has(name) ? 'office.js' : 'absent';
  if (member.type === 'event') return 'absent';
  if (member.kind === 'method') return isStoredMethod(type, member) ? 'stored' : 'absent';
  if (isApiClass(member.type) || member.kind === 'property' || member.name === 'count') return 'stored';
  // What `add` gives to every item.
  return isItem(type) && ['id', 'name', 'key'].includes(member.name) ? 'stored' : 'absent';
}

const collections =
  /^(?:getCount|getFirst|getFirstOrNullObject|getLast|getLastOrNullObject|getItemAt|getItem|getItemOrNullObject|clear|clearAll|deleteAll)$/;

/** Must agree with the stored methods of `Dispatcher`. */
function isStoredMethod(type: string, member: ApiMember): boolean {
  const itemType = apiClass(type)?.itemType;
  if (itemType !== undefined) {
    if (collections.test(member.name)) return true;
    return member.name.startsWith('add') && (member.type === itemType || member.type === 'void');
  }
  return (member.name === 'delete' && isItem(type)) || storedMethod(type, member) !== undefined;
}

const itemTypes = new Set(apiClassNames.map((name) => apiClass(name)?.itemType));
const isItem = (type: string) => itemTypes.has(type);

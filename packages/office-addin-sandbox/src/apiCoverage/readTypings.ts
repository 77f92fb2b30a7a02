import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
// TypeScript 7 has no API yet.
import ts from 'typescript-api';
import type { ApiTypes } from '../office/page/rich/apiTypes.ts';

/*
 * Reads `@types/office-js` for the table of classes and members that the object models and the coverage page use.
 * Needed only to generate apiTypes.json, and by the test that compares the two.
 */

/** The namespaces whose objects reach the host in batches. */
export const richNamespaces = ['Excel', 'PowerPoint', 'Word'] as const;

/** Members that office.js implements without the host, in every class. */
const ofOfficeJs = new Set([
  'context',
  'load',
  'set',
  'toJSON',
  'track',
  'untrack',
  'isNullObject',
  'retrieve',
  'ensureUnchanged',
]);

export function typingsPath(): string {
  return createRequire(import.meta.url).resolve('@types/office-js/index.d.ts');
}

/** Returns the table of all classes of Word, Excel and PowerPoint, and of the interfaces of Office. */
export function readTypings(path = typingsPath()): ApiTypes {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const reader = new Reader();
  for (const statement of source.statements) {
    if (ts.isModuleDeclaration(statement)) reader.readNamespace(statement, statement.name.text);
  }
  return reader.table();
}

interface Parameter {
  name: string;
  optional: boolean;
  type: string;
}
interface Member {
  name: string;
  kind: 'property' | 'readonly' | 'method';
  parameters: Parameter[];
  type: string;
  set: string;
}

const KEYWORDS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.StringKeyword, 'string'],
  [ts.SyntaxKind.NumberKeyword, 'number'],
  [ts.SyntaxKind.BooleanKeyword, 'boolean'],
  [ts.SyntaxKind.VoidKeyword, 'void'],
]);

class Reader {
  readonly #sets: string[] = [];
  readonly #enums = new Map<string, string>();
  readonly #interfaces = new Set<string>();
  readonly #classes = new Map<
    string,
    { set: string; node: ts.ClassDeclaration | ts.InterfaceDeclaration }[]
  >();

  readNamespace(namespace: ts.ModuleDeclaration, name: string): void {
    const top = name.split('.')[0] ?? '';
    const { body } = namespace;
    if (!body || !ts.isModuleBlock(body)) return;
    if (top !== 'Office' && !richNamespaces.some((known) => known === top)) return;
    for (const statement of body.statements) {
      if (ts.isModuleDeclaration(statement)) {
        if (statement.name.text !== 'Interfaces')
          this.readNamespace(statement, `${name}.${statement.name.text}`);
      } else if (ts.isEnumDeclaration(statement)) {
        this.#enums.set(`${name}.${statement.name.text}`, statement.members.map(enumValue).join('|'));
      } else if (ts.isClassDeclaration(statement) && statement.name) {
        const base = statement.heritageClauses?.map((clause) => clause.getText()).join() ?? '';
        if (base.includes('ClientObject')) this.#add(`${name}.${statement.name.text}`, statement);
      } else if (ts.isInterfaceDeclaration(statement)) {
        if (top === 'Office') this.#add(`${name}.${statement.name.text}`, statement);
        else this.#interfaces.add(`${name}.${statement.name.text}`);
      }
    }
  }

  table(): ApiTypes {
    const classes: Record<string, string> = {};
    for (const [name, declarations] of [...this.#classes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const members = new Map<string, Member>();
      for (const { node, set } of declarations) {
        for (const member of this.#members(node, name, set)) merge(members, member);
      }
      if (members.size > 0) {
        classes[name] = [...members.values()].map((member) => this.#format(member)).join(';');
      }
    }
    const used = Object.values(classes).join(';');
    return {
      sets: this.#sets,
      enums: Object.fromEntries(
        [...this.#enums].filter(([name]) => used.includes(`#${name}`)).sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
      classes,
    };
  }

  #add(name: string, node: ts.ClassDeclaration | ts.InterfaceDeclaration): void {
    const declarations = this.#classes.get(name) ?? [];
    declarations.push({ node, set: requirementSet(node) });
    this.#classes.set(name, declarations);
  }

  *#members(
    node: ts.ClassDeclaration | ts.InterfaceDeclaration,
    owner: string,
    ownSet: string,
  ): Generator<Member> {
    for (const member of node.members) {
      const name = member.name && ts.isIdentifier(member.name) ? member.name.text : '';
      if (name === '' || ofOfficeJs.has(name)) continue;
      const set = requirementSet(member) || ownSet;
      if (name === 'items' && owner.endsWith('Collection') && ts.isPropertyDeclaration(member)) {
        yield {
          name: '[]',
          kind: 'readonly',
          parameters: [],
          type: this.#type(member.type, owner).replace(/\[\]$/, ''),
          set,
        };
      } else if (ts.isPropertyDeclaration(member) || ts.isPropertySignature(member)) {
        const readonly =
          member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) === true;
        yield {
          name,
          kind: readonly ? 'readonly' : 'property',
          parameters: [],
          type: this.#type(member.type, owner),
          set,
        };
      } else if (ts.isMethodDeclaration(member) || ts.isMethodSignature(member)) {
        yield {
          name,
          kind: 'method',
          parameters: member.parameters.map((parameter) => ({
            name: parameter.name.getText(),
            optional: parameter.questionToken !== undefined || parameter.dotDotDotToken !== undefined,
            type: this.#type(parameter.type, owner),
          })),
          type: this.#type(member.type, owner),
          set,
        };
      }
    }
  }

  /** Returns the short form of a type: a class, `#` and an enum, a primitive, or `any`. */
  #type(type: ts.TypeNode | undefined, owner: string): string {
    if (!type) return 'any';
    if (ts.isParenthesizedTypeNode(type)) return this.#type(type.type, owner);
    if (ts.isArrayTypeNode(type)) return `${this.#type(type.elementType, owner)}[]`;
    if (ts.isUnionTypeNode(type)) return this.#union(type, owner);
    if (ts.isLiteralTypeNode(type)) {
      return ts.isStringLiteral(type.literal) ? `'${type.literal.text}'` : 'any';
    }
    if (ts.isTypeReferenceNode(type)) return this.#reference(type, owner);
    return KEYWORDS.get(type.kind) ?? 'any';
  }

  #reference(type: ts.TypeReferenceNode, owner: string): string {
    const text = type.typeName.getText();
    const [argument] = type.typeArguments ?? [];
    if (text === 'OfficeExtension.ClientResult') return this.#type(argument, owner);
    if (text === 'OfficeExtension.EventHandlers') return 'event';
    if (text === 'Date') return 'date';
    const top = owner.split('.')[0] ?? '';
    for (const name of [text, `${top}.${text}`]) {
      if (this.#enums.has(name)) return `#${name}`;
      if (this.#classes.has(name) && top !== 'Office') return name;
    }
    return 'any';
  }

  #union(type: ts.UnionTypeNode, owner: string): string {
    const parts = [...new Set(type.types.map((part) => this.#type(part, owner)))].filter(
      (part) => part !== 'any',
    );
    const found = parts.find((part) => part.startsWith('#'));
    if (found) return parts.some((part) => ['string', 'number'].includes(part)) ? 'any' : found;
    if (parts.length > 0 && parts.every((part) => part.startsWith("'"))) {
      return `'${parts.map((part) => part.slice(1, -1)).join('|')}'`;
    }
    return parts.length === 1 ? (parts[0] ?? 'any') : 'any';
  }

  #format({ name, kind, parameters, type, set }: Member): string {
    const given = parameters.map((one) => `${one.name}${one.optional ? '?' : ''}:${one.type}`).join(',');
    const head = kind === 'method' ? `${name}(${given})` : kind === 'readonly' ? `${name}!` : name;
    return `${head}:${type}@${set === '' ? '' : this.#setIndex(set)}`;
  }

  #setIndex(set: string): string {
    let index = this.#sets.indexOf(set);
    if (index < 0) index = this.#sets.push(set) - 1;
    return index.toString(36);
  }
}

/** Merges overloads: an enum is more precise than the strings of the other overload, and a later parameter is optional. */
function merge(members: Map<string, Member>, member: Member): void {
  const known = members.get(member.name);
  if (!known) {
    members.set(member.name, member);
    return;
  }
  for (const [index, parameter] of member.parameters.entries()) {
    const before = known.parameters[index];
    if (!before) known.parameters.push({ ...parameter, optional: true });
    else if (parameter.type.startsWith('#')) before.type = parameter.type;
    else if (before.type !== parameter.type && !before.type.startsWith('#')) {
      before.type = before.type.startsWith("'") && parameter.type === 'string' ? 'string' : 'any';
    }
  }
}

function enumValue(member: ts.EnumMember): string {
  const { initializer } = member;
  return initializer && ts.isStringLiteral(initializer) ? initializer.text : member.name.getText();
}

/** Returns the set that the comment names, such as `WordApi 1.3`; empty: none. */
function requirementSet(node: ts.Node): string {
  const comment = ts
    .getLeadingCommentRanges(node.getSourceFile().text, node.getFullStart())
    ?.map(({ pos, end }) => node.getSourceFile().text.slice(pos, end))
    .at(-1);
  if (!comment) return '';
  const [, apiSet] = /\[Api set: ([A-Za-z]*) ?([\d.]+|BETA|beta)?/.exec(comment) ? matchApiSet(comment) : [];
  if (apiSet) return apiSet;
  const [, linked] =
    /\*\*Requirement sets?\*\*:[\s*-]*\{@link [^|]*\| ?([A-Za-z]+(?: \d+\.\d+)?)/.exec(comment) ?? [];
  return linked && linked !== 'Not' ? linked : '';
}

function matchApiSet(comment: string): [string, string] {
  const [whole = '', name = '', version = ''] = /\[Api set: ([A-Za-z]*) *([\d.]*)/.exec(comment) ?? [];
  // Some comments of the typings lack the name of the set.
  return [whole, name === '' ? '' : `${name} ${version}`.trim()];
}

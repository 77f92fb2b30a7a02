import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { Language, Parser, type Node } from 'web-tree-sitter';

export type { Node } from 'web-tree-sitter';

let parser: Promise<Parser> | undefined;

/** Uses a grammar from npm, which works offline, unlike Bicep's compiler. */
async function makeParser(): Promise<Parser> {
  await Parser.init();
  const grammar = fileURLToPath(import.meta.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
  const made = new Parser();
  made.setLanguage(await Language.load(await readFile(grammar)));
  return made;
}

/** @throws SyntaxError that names the line */
export async function parseBicep(text: string): Promise<Node> {
  const tree = (await (parser ??= makeParser())).parse(text);
  if (!tree) throw new SyntaxError('The text could not be parsed.');
  const wrong = firstError(tree.rootNode);
  if (wrong) throw new SyntaxError(`line ${lineOf(wrong)}: invalid Bicep: ${wrong.text.slice(0, 60)}`);
  return tree.rootNode;
}

function firstError(node: Node): Node | undefined {
  if (node.isError || node.isMissing) return node;
  if (!node.hasError) return undefined;
  for (const child of children(node, false)) {
    const found = firstError(child);
    if (found) return found;
  }
  return node;
}

export const lineOf = (node: Node): number => node.startPosition.row + 1;

/** Returns the child nodes without nulls and comments. */
export function children(node: Node, named = true): Node[] {
  const all = named ? node.namedChildren : node.children;
  return all.filter((child): child is Node => child !== null && child.type !== 'comment');
}

export function* descendants(node: Node): Generator<Node> {
  yield node;
  for (const child of children(node)) yield* descendants(child);
}

/** Returns the text of a string without interpolation; undefined for any other node. */
export function literal(node: Node | undefined): string | undefined {
  if (node?.type !== 'string') return undefined;
  const parts = children(node);
  if (parts.some(({ type }) => type === 'interpolation')) return undefined;
  return parts.map(({ text }) => text).join('');
}

export interface Member {
  readonly name: string;
  readonly value: Node;
  readonly node: Node;
}

/** Returns the members of an object, without nested resources and computed names. */
export function membersOf(object: Node): Member[] {
  return children(object).flatMap((property) => {
    const [key, value] = children(property);
    if (property.type !== 'object_property' || !key || !value) return [];
    const name = key.type === 'string' ? literal(key) : key.text;
    return name === undefined ? [] : [{ name, value, node: property }];
  });
}

export const member = (object: Node, name: string): Node | undefined =>
  membersOf(object).find((one) => one.name === name)?.value;

import { readFile } from 'node:fs/promises';
import { children, literal, membersOf, parseBicep, type Node } from './parseBicep.ts';

export interface Parameter {
  readonly name: string;
  /** As written: string, int, bool, object, array. */
  readonly type: string;
  readonly required: boolean;
  readonly secure: boolean;
  readonly node: Node;
}

export interface Resource {
  readonly symbol: string;
  /** Such as Microsoft.Web/sites@2025-03-01. Includes the types of parents. */
  readonly type: string;
  readonly existing: boolean;
  readonly nested: boolean;
  readonly body: Node;
  readonly node: Node;
}

export interface Module {
  readonly symbol: string;
  /** As written, relative to the file. */
  readonly path: string;
  readonly conditional: boolean;
  readonly body: Node;
  readonly node: Node;
}

/** A parsed Bicep file. */
export interface Template {
  readonly file: string;
  readonly root: Node;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly variables: ReadonlyMap<string, Node>;
  readonly resources: readonly Resource[];
  readonly modules: readonly Module[];
  /** Values by name. */
  readonly outputs: ReadonlyMap<string, Node>;
}

export async function readTemplate(file: string, label: string): Promise<Template> {
  return toTemplate(await readFile(file, 'utf8'), label);
}

/** @throws SyntaxError */
export async function toTemplate(text: string, file: string): Promise<Template> {
  const root = await parseBicep(text);
  const parameters = new Map<string, Parameter>();
  const variables = new Map<string, Node>();
  const resources: Resource[] = [];
  const modules: Module[] = [];
  const outputs = new Map<string, Node>();
  let decorators: Node | undefined;
  for (const node of children(root)) {
    const [symbol, ...rest] = children(node);
    const name = symbol?.text ?? '';
    const value = rest.at(-1);
    if (node.type === 'parameter_declaration') parameters.set(name, parameterOf(name, node, decorators));
    if (node.type === 'variable_declaration' && value) variables.set(name, value);
    if (node.type === 'output_declaration' && value) outputs.set(name, value);
    if (node.type === 'resource_declaration') resources.push(...resourcesOf(node));
    if (node.type === 'module_declaration') modules.push(moduleOf(node));
    decorators = node.type === 'decorators' ? node : undefined;
  }
  return { file, root, parameters, variables, resources, modules, outputs };
}

function parameterOf(name: string, node: Node, decorators: Node | undefined): Parameter {
  const [, type, ...value] = children(node);
  const secure = decorators !== undefined && children(decorators).some(({ text }) => text === '@secure()');
  return { name, type: type?.text ?? '', required: value.length === 0, secure, node };
}

/** Returns the resource and its nested resources. */
function resourcesOf(node: Node, parent?: string): Resource[] {
  const [symbol, typeNode, ...rest] = children(node);
  const written = literal(typeNode) ?? '';
  const [parentType, version] = parent?.split('@') ?? [];
  const type = parent === undefined ? written : `${parentType}/${written}@${version}`;
  const body = objectIn(rest.at(-1));
  if (!symbol || !body) return [];
  const existing = rest.some((one) => one.type === 'existing') || /'\s+existing\s*=/u.test(node.text);
  const own = { symbol: symbol.text, type, existing, nested: parent !== undefined, body, node };
  const inside = children(body)
    .flatMap((property) => children(property))
    .filter((child) => child.type === 'resource_declaration');
  return [own, ...inside.flatMap((child) => resourcesOf(child, type))];
}

function moduleOf(node: Node): Module {
  const [symbol, path, ...rest] = children(node);
  const value = rest.at(-1);
  const body = objectIn(value);
  if (!symbol || !body) throw new SyntaxError(`This module has no body: ${node.text.slice(0, 60)}`);
  return {
    symbol: symbol.text,
    path: literal(path) ?? '',
    conditional: value?.type === 'if_statement',
    body,
    node,
  };
}

/** Returns the object itself, or that of a condition or a loop. */
function objectIn(node: Node | undefined): Node | undefined {
  if (node === undefined || node.type === 'object') return node;
  return children(node).findLast((child) => child.type === 'object');
}

/** Resolves a variable of this file. */
export function resolved(template: Template, node: Node): Node {
  const value = node.type === 'identifier' ? template.variables.get(node.text) : undefined;
  return value ? resolved(template, value) : node;
}

/** Returns the value at a path of a body, through variables; undefined if it does not exist. */
export function valueAt(template: Template, body: Node, ...path: readonly string[]): Node | undefined {
  let at: Node | undefined = resolved(template, body);
  for (const name of path) {
    if (at?.type !== 'object') return undefined;
    const next: Node | undefined = membersOf(at).find((one) => one.name === name)?.value;
    at = next && resolved(template, next);
  }
  return at;
}

import { didYouMean } from 'office-addin-tools';
import { children, lineOf, literal, membersOf, type Node } from './parseBicep.ts';
import { extract, membersOfType, type MemberType } from './resourceTypes.ts';
import { resolved, type Resource, type Template } from './template.ts';

/** Members of Bicep, not of the resource. */
const OF_BICEP = ['parent', 'scope', 'dependsOn'];

/** Checks bodies of resources against Azure's types. Returns one sentence per mistake. */
export function checkResources(template: Template): string[] {
  return template.resources.flatMap((resource) => checkResource(template, resource));
}

function checkResource(template: Template, resource: Resource): string[] {
  const { type, existing, body, node } = resource;
  if (!extract.resources[type]) {
    const [name = ''] = type.split('@');
    const known = Object.keys(extract.resources).find((one) => one.startsWith(`${name}@`));
    const hint = known ? `known: ${known}` : 'add it to infra/checks/resourceTypes.json';
    return [problem(template, node, `there is no type ${type}; ${hint}`)];
  }
  return checkObject(template, body, type, { top: true, partial: existing });
}

interface ObjectOptions {
  readonly top?: boolean;
  /** True for an existing resource, which needs no required members. */
  readonly partial?: boolean;
}

function checkObject(template: Template, object: Node, type: string, options: ObjectOptions = {}): string[] {
  const types = membersOfType(type);
  if (!types) return [];
  const written = membersOf(object).filter(({ name }) => !(options.top && OF_BICEP.includes(name)));
  const wrong = written.flatMap(({ name, value, node }) => {
    const expected = types.get(name);
    if (!expected)
      return [problem(template, node, `${type} has no ${name}. ${didYouMean(name, types.keys())}`.trim())];
    if (expected.readOnly) return [problem(template, node, `${name} of ${type} cannot be set`)];
    return checkValue(template, value, expected, `${name} of ${type}`);
  });
  const spread = children(object).some(({ type: kind }) => kind === 'spread_expression');
  const names = written.map(({ name }) => name);
  const missing = [...types]
    .filter(([name, { required }]) => required && !names.includes(name) && !(options.top && name === 'name'))
    .map(([name]) => problem(template, object, `${name} of ${type} is missing`));
  const nameless =
    options.top && !names.includes('name') ? [problem(template, object, `${type} has no name`)] : [];
  return [...wrong, ...(options.partial || spread ? [] : missing), ...nameless];
}

function checkValue(template: Template, node: Node, type: MemberType, what: string): string[] {
  const value = resolved(template, node);
  if (value.type === 'ternary_expression') {
    return children(value)
      .slice(1)
      .flatMap((branch) => checkValue(template, branch, type, what));
  }
  const { kind, item } = type;
  if (item === 'any') return [];
  const written = kindOf(value);
  if (kind === 'list') {
    if (value.type !== 'array') return mismatch(template, value, written, 'a list', what);
    return children(value).flatMap((one) => checkValue(template, one, { ...type, kind: 'one' }, what));
  }
  if (kind === 'map')
    return value.type === 'object' ? [] : mismatch(template, value, written, 'an object', what);
  if (membersOfType(item)) {
    if (value.type !== 'object') return mismatch(template, value, written, 'an object', what);
    return checkObject(template, value, item);
  }
  if (written !== undefined && written !== item)
    return mismatch(template, value, written, `${item === 'int' ? 'an' : 'a'} ${item}`, what);
  const text = literal(value);
  if (text !== undefined && type.values && !type.values.includes(text))
    return [problem(template, value, `${what} is '${text}'; known: ${type.values.join(', ')}`)];
  return [];
}

/** Returns undefined for an expression, whose value is not known here. */
function kindOf({ type }: Node): string | undefined {
  const kinds: Readonly<Record<string, string>> = { string: 'string', number: 'int', boolean: 'bool' };
  return kinds[type] ?? (['object', 'array'].includes(type) ? type : undefined);
}

function mismatch(template: Template, node: Node, is: string | undefined, wanted: string, what: string) {
  return is === undefined
    ? []
    : [problem(template, node, `${what} is a literal ${is}, but must be ${wanted}`)];
}

export function problem({ file }: Template, node: Node, text: string): string {
  return `${file}:${lineOf(node)} ${text}`;
}

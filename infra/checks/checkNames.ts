import { descendants, children, membersOf, member, type Node } from './parseBicep.ts';
import { didYouMean } from 'office-addin-tools';
import { problem } from './checkResources.ts';
import { membersOfType } from './resourceTypes.ts';
import type { Module, Template } from './template.ts';

/** Bicep functions that the templates use. Look up a new one before you add it. */
const FUNCTIONS = [
  ...[
    'empty',
    'endsWith',
    'environment',
    'guid',
    'split',
    'subscription',
    'subscriptionResourceId',
    'tenant',
    'toLower',
  ],
  ...['union', 'uniqueString', 'uriComponent'],
];

/** Checks that references exist: names, modules with their parameters and outputs, members. Finds unused names. */
export function checkNames(template: Template, modules: ReadonlyMap<string, Template>): string[] {
  return [
    ...unknownNames(template),
    ...template.modules.flatMap((module) => checkModule(template, module, modules.get(module.path))),
    ...readMembers(template, modules),
    ...unused(template),
  ];
}

function unknownNames(template: Template): string[] {
  const declared = declaredNames(template);
  return [...descendants(template.root)]
    .filter((node) => node.type === 'identifier' && isReference(node))
    .filter(({ text }) => !declared.has(text) && !FUNCTIONS.includes(text))
    .map((node) =>
      problem(template, node, `${node.text} is not defined. ${didYouMean(node.text, declared)}`.trim()),
    );
}

function declaredNames({ parameters, variables, resources, modules, root }: Template): Set<string> {
  const loops = [...descendants(root)].filter(({ type }) => /^loop_(?:variable|enumerator)$/u.test(type));
  const symbols = [...resources, ...modules].map(({ symbol }) => symbol);
  return new Set([...parameters.keys(), ...variables.keys(), ...symbols, ...loops.map(({ text }) => text)]);
}

/** Returns false for keys of members, names in declarations, and decorators. */
function isReference(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  const first = children(parent)[0]?.id === node.id;
  if (parent.type === 'object_property') return !first;
  if (parent.type.endsWith('_declaration')) return !first;
  return !(parent.type === 'call_expression' && parent.parent?.type === 'decorator');
}

function checkModule(template: Template, module: Module, target: Template | undefined): string[] {
  if (!target) return [problem(template, module.node, `${module.path} does not exist`)];
  const params = member(module.body, 'params');
  const given = params ? membersOf(params) : [];
  const unknown = given
    .filter(({ name }) => !target.parameters.has(name))
    .map(({ name, node }) => problem(template, node, `${module.path} has no parameter ${name}`));
  const missing = [...target.parameters.values()]
    .filter(({ name, required }) => required && !given.some((one) => one.name === name))
    .map(({ name }) => problem(template, module.node, `${module.path} needs the parameter ${name}`));
  const mixed = given.flatMap(({ name, value, node }) => {
    const wanted = target.parameters.get(name);
    const own = value.type === 'identifier' ? template.parameters.get(value.text) : undefined;
    if (!wanted || !own) return [];
    if (own.secure && !wanted.secure)
      return [problem(template, node, `${own.name} is secure, but ${name} of ${module.path} is not`)];
    return own.type === wanted.type
      ? []
      : [
          problem(
            template,
            node,
            `${name} of ${module.path} is ${wanted.type}, but ${own.name} is ${own.type}`,
          ),
        ];
  });
  return [...unknown, ...missing, ...mixed];
}

/** Checks `module.outputs.name` and `resource.properties.name`. */
function readMembers(template: Template, modules: ReadonlyMap<string, Template>): string[] {
  return [...descendants(template.root)].flatMap((node) => {
    if (node.type !== 'member_expression') return [];
    const [symbol = '', group, name = ''] = node.text.replace('!', '').split('.');
    const module = template.modules.find((one) => one.symbol === symbol);
    if (module && group === 'outputs' && name !== '') {
      const known = modules.get(module.path)?.outputs.has(name);
      return known ? [] : [problem(template, node, `${module.path} has no output ${name}`)];
    }
    const resource = template.resources.find((one) => one.symbol === symbol);
    if (!resource || group !== 'properties' || name === '') return [];
    const { item = '' } = membersOfType(resource.type)?.get('properties') ?? {};
    return membersOfType(item)?.has(name) === false
      ? [problem(template, node, `${resource.type} has no properties.${name}`)]
      : [];
  });
}

/** Finds parameters and variables without effect. */
function unused(template: Template): string[] {
  const read = new Set(
    [...descendants(template.root)]
      .filter((node) => node.type === 'identifier' && isReference(node))
      .map(({ text }) => text),
  );
  return [...template.parameters.keys(), ...template.variables.keys()]
    .filter((name) => !read.has(name))
    .map((name) => `${template.file} ${name} is not used`);
}

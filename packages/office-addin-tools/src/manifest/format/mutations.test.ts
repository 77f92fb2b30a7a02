// @module-tag full
import { describe, expect, it } from 'vitest';
import { descendantsOf, type Span, type XmlElement } from '../element.ts';
import { removal, applyEdits } from '../edits.ts';
import { parseXml } from '../parseXml.ts';
import { checkFormat } from './checkFormat.ts';
import { validManifests } from './testing/validManifests.ts';

/** Applies each mutation to every element of every valid manifest. Each one must be found, without an exception. */

function elementsOf(xml: string): XmlElement[] {
  const parsed = parseXml(xml);
  if ('error' in parsed) throw new Error(parsed.error);
  return [parsed.root, ...descendantsOf(parsed.root)];
}

const withTag = (xml: string, { from, to }: Span, change: (tag: string) => string) =>
  applyEdits(xml, [{ from, to, text: change(xml.slice(from, to)) }]);

/** Renames the element, including its end tag. */
function renamed(xml: string, element: XmlElement, name: string): string {
  const { tag, content } = element;
  const start = {
    from: tag.from,
    to: tag.to,
    text: xml.slice(tag.from, tag.to).replace(/^<(?:[\w.-]+:)?[\w.-]+/u, `<${name}`),
  };
  const closed = xml.startsWith('</', content.to);
  const end = {
    from: content.to,
    to: closed ? xml.indexOf('>', content.to) + 1 : content.to,
    text: `</${name}>`,
  };
  return applyEdits(xml, closed ? [start, end] : [start]);
}

/** Optional elements: a manifest without them is valid. */
const OPTIONAL = new Set(
  `AlternateId IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements Methods Sets Override Namespace
  Metadata Runtimes AllFormFactors GetStarted FunctionFile OfficeTab CustomTab OfficeGroup OfficeControl InsertAfter
  OverriddenByRibbonApi TaskpaneId SupportsPinning SupportsSharedFolders Description Resources WebApplicationInfo
  EquivalentAddins ExtendedPermissions VersionOverrides ExtendedOverrides Tokens DesktopFormFactor MobileFormFactor
  ProgId DisableEntityHighlighting Permissions RequestedHeight RequestedWidth AllowSnapshot Capabilities
  Images Urls ShortStrings LongStrings`.split(/\s+/u),
);

const mutations: [name: string, mutate: (xml: string, element: XmlElement) => string | undefined][] = [
  ['another name', (xml, element) => renamed(xml, element, 'Budget')],
  ['its name in the wrong case', (xml, element) => renamed(xml, element, element.name.toLowerCase())],
  [
    'no namespace',
    (xml, element) =>
      xml.startsWith('<bt:', element.tag.from)
        ? renamed(xml, element, element.name)
        : withTag(xml, element.tag, (tag) =>
            tag.replace(/\sxmlns="[^"]*"/u, '').replace(/(?=\/?>$)/u, ' xmlns=""'),
          ),
  ],
  [
    'an attribute that it does not have',
    (xml, { tag }) => withTag(xml, tag, (text) => text.replace(/(?=\/?>$)/u, ' budget="1"')),
  ],
  [
    'an unknown type',
    (xml, { tag }) =>
      withTag(
        xml,
        tag,
        (text) =>
          `${text.replace(/\sxsi:type="[^"]*"/u, '').replace(/\/?>$/u, '')} xsi:type="Budget"${text.endsWith('/>') ? '/>' : '>'}`,
      ),
  ],
  [
    'no attribute at all',
    (xml, { tag, attributes, name }) => {
      const needed = [...attributes.keys()].filter(
        (key) => !['MinVersion', 'DefaultMinVersion', 'lifetime', 'SendMode'].includes(key),
      );
      if (needed.length === 0 || name === 'OfficeApp') return undefined;
      return withTag(xml, tag, (text) => text.replace(/^(<\S+?)(?=[\s/>])[^]*?(\/?>)$/u, '$1$2'));
    },
  ],
  [
    'text among its elements',
    (xml, { children, content }) =>
      children.length === 0
        ? undefined
        : applyEdits(xml, [{ from: content.from, to: content.from, text: 'text' }]),
  ],
  [
    'an unknown element inside',
    (xml, { children, content }) =>
      children.length === 0
        ? undefined
        : applyEdits(xml, [{ from: content.from, to: content.from, text: '<Budget/>' }]),
  ],
  [
    'been deleted',
    (xml, element) => {
      const { name, parent } = element;
      const alone = parent?.children.filter((child) => child.name === name).length === 1;
      const listed = ['Images', 'Urls', 'ShortStrings', 'LongStrings'].includes(parent?.name ?? '');
      const among = ['ReportingOptions'].includes(parent?.name ?? '');
      if (!parent || !alone || listed || among || OPTIONAL.has(name)) return undefined;
      // A group or tab may have a built-in child instead.
      if (
        ['Control', 'Group'].includes(name) &&
        parent.children.some((child) => child.name === `Office${name}`)
      )
        return undefined;
      return applyEdits(xml, [removal(xml, element)]);
    },
  ],
  [
    'its id from another element',
    (xml, element) => {
      const id = element.attributes.get('id');
      const twin = elementsOf(xml).find(
        (other) =>
          other.name === element.name &&
          other.namespace === element.namespace &&
          other.attributes.get('id') !== id &&
          // Resource ids are unique in their group, unless the values are equal.
          (element.attributes.get('DefaultValue') === undefined ||
            (other.parent?.line === element.parent?.line &&
              other.attributes.get('DefaultValue') !== element.attributes.get('DefaultValue'))),
      );
      const taken = twin?.attributes.get('id');
      if (id === undefined || taken === undefined || element.name.startsWith('Office')) return undefined;
      return withTag(xml, element.tag, (tag) => tag.replace(`id="${id}"`, `id="${taken}"`));
    },
  ],
  [
    'moved to the end of the manifest',
    (xml, element) => {
      if (!element.parent?.parent) return undefined;
      const { from, to } = removal(xml, element);
      const end = xml.lastIndexOf('</OfficeApp>');
      return applyEdits(xml, [
        { from, to, text: '' },
        { from: end, to: end, text: xml.slice(element.tag.from, to).replace(/^<bt:/u, '<bt:') },
      ]);
    },
  ],
];

describe.each(validManifests)('in the manifest of %s', (_name, xml) => {
  it.each(mutations)('finds every element that has %s', (_mutation, mutate) => {
    const passed = elementsOf(xml).flatMap((element) => {
      const mutated = mutate(xml, element);
      if (mutated === undefined || mutated === xml) return [];
      return checkFormat(mutated).findings.length === 0 ? [`${element.name}, line ${element.line}`] : [];
    });
    expect(passed).toEqual([]);
  });
});

describe('hostile text', () => {
  const deep = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
  const [, [, mail]] = validManifests as [unknown, [string, string]];
  const inside = (text: string) => mail.replace('<Hosts>', `${text}<Hosts>`);

  it.each([
    ['a million levels', deep(1_000_000)],
    ['a million unclosed levels', '<a>'.repeat(1_000_000)],
    ['a million levels inside', inside(deep(1_000_000))],
    ['a million unknown elements', inside('<Budget/>'.repeat(1_000_000))],
    [
      'an attribute of five megabytes',
      mail.replace('DefaultValue="Sample"', `DefaultValue="${'x'.repeat(5_000_000)}"`),
    ],
    ['a name of five megabytes', inside(`<${'x'.repeat(5_000_000)}/>`)],
    [
      'a hundred thousand attributes',
      inside(`<Budget ${Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
    ],
    ['a text of five megabytes', mail.replace('>Contoso<', `>${'x '.repeat(2_500_000)}<`)],
    ['five megabytes of space', mail.replace('>Contoso<', `>${' '.repeat(5_000_000)}<`)],
    ['five megabytes of line ends', `${'\n'.repeat(5_000_000)}<OfficeApp/>`],
    [
      'an entity bomb',
      `<!DOCTYPE a [${Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`).join('')}<!ENTITY e0 "ha">]><a>&e30;</a>`,
    ],
    ['an entity that reads a file', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    [
      'ten thousand controls',
      mail.replace(/<Control xsi:type="Button"[^]*?<\/Control>/u, (one) => one.repeat(10_000)),
    ],
  ])(
    'reports %s within the time limit',
    (_name, text) => {
      const begin = performance.now();
      const { findings } = checkFormat(text);
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.map(({ problem, fix }) => problem + fix).join('')).not.toContain('root:');
      expect(performance.now() - begin).toBeLessThan(15_000);
    },
    30_000,
  );
});

import {
  originOf,
  type AddinManifest,
  type ItemContext,
  type LaunchEvent,
  type Localized,
  type ManifestHost,
  type ManifestHostName,
  type ManifestPage,
  type ManifestRuntime,
  type WebApplication,
} from './addinManifest.ts';
import { sendModeOf } from './launchEvents.ts';
import { ManifestError } from './manifestError.ts';
import { readRibbon } from './xmlRibbon.ts';
import { checkedAddress, localizedIn, XmlResources } from './xmlResources.ts';
import { childOf, childrenOf, elementsAt, parseXml, type XmlElement } from './xmlElement.ts';

/** Values of `Host Name` and of `Host xsi:type`. */
const HOSTS: Readonly<Record<string, ManifestHostName>> = {
  Document: 'word',
  Workbook: 'excel',
  Presentation: 'powerpoint',
  Mailbox: 'outlook',
  Notebook: 'onenote',
  Project: 'project',
  Diagram: 'visio',
  Database: 'access',
};

/** Forms of a mail add-in without commands, by xsi:type. */
const FORMS: Readonly<Record<string, ItemContext>> = { ItemRead: 'mailRead', ItemEdit: 'mailCompose' };
const FORM_FACTORS = {
  DesktopSettings: 'desktop',
  TabletSettings: 'tablet',
  PhoneSettings: 'phone',
} as const;

/**
 * Reads an XML manifest: TaskPaneApp, ContentApp or MailApp, with the innermost VersionOverrides.
 * @throws ManifestError that names line and element
 */
export function readXmlManifest(file: string, text: string): AddinManifest {
  const root = parseXml(file, text);
  return new XmlManifest(file, root).read();
}

class XmlManifest {
  readonly #file: string;
  readonly #root: XmlElement;
  /** From the outermost to the innermost. */
  readonly #overrides: readonly XmlElement[];

  constructor(file: string, root: XmlElement) {
    this.#file = file;
    this.#root = root;
    this.#overrides = versionOverrides(root);
  }

  read(): AddinManifest {
    const root = this.#root;
    if (root.name !== 'OfficeApp')
      throw this.#error(root, "It isn't an Office Add-in manifest; its root is OfficeApp.");
    const type = root.attributes.get('type');
    if (type !== 'TaskPaneApp' && type !== 'ContentApp' && type !== 'MailApp') {
      throw this.#error(
        root,
        `The sandbox opens add-ins of the type TaskPaneApp, ContentApp or MailApp, not ${type ?? 'without xsi:type'}.`,
      );
    }
    const icon = childOf(root, 'IconUrl') ?? childOf(root, 'HighResolutionIconUrl');
    const webApplication = this.#webApplication();
    return {
      file: this.#file,
      format: 'xml',
      id: this.#text(root, 'Id'),
      version: this.#text(root, 'Version'),
      providerName: this.#text(root, 'ProviderName'),
      name: this.#localized(this.#required(root, 'DisplayName')),
      description: this.#localized(this.#required(root, 'Description')),
      ...(icon ? { icon: this.#localized(icon) } : {}),
      defaultLocale: this.#text(root, 'DefaultLocale'),
      permissions: [this.#text(root, 'Permissions')],
      appDomains: elementsAt(root, 'AppDomains', 'AppDomain').flatMap(({ text }) => originOf(text)),
      ...(webApplication ? { webApplication } : {}),
      ...(type === 'ContentApp' ? { content: this.#contentSize() } : {}),
      hosts: type === 'MailApp' ? [this.#mailHost()] : this.#taskPaneHosts(),
    };
  }

  #contentSize(): { width: number; height: number } {
    const settings = childOf(this.#root, 'DefaultSettings');
    const size = (name: string, usual: number) => Number(childOf(settings, name)?.text) || usual;
    return { width: size('RequestedWidth', 400), height: size('RequestedHeight', 300) };
  }

  #taskPaneHosts(): ManifestHost[] {
    const hosts = elementsAt(this.#root, 'Hosts', 'Host');
    const source = childOf(childOf(this.#root, 'DefaultSettings'), 'SourceLocation');
    if (!source) throw this.#error(this.#root, 'It has no DefaultSettings with a SourceLocation.');
    if (hosts.length === 0)
      throw this.#error(
        this.#root,
        'It has no Hosts; name the applications, such as <Host Name="Document"/>.',
      );
    const page: ManifestPage = { formFactor: 'desktop', context: 'default', url: this.#address(source) };
    return hosts.map((element) => {
      const host = HOSTS[element.attributes.get('Name') ?? ''];
      if (!host) {
        throw this.#error(
          element,
          `Unknown host "${element.attributes.get('Name') ?? ''}". Use one of: ${Object.keys(HOSTS).join(', ')}.`,
        );
      }
      return this.#host(host, [page]);
    });
  }

  #mailHost(): ManifestHost {
    const forms = elementsAt(this.#root, 'FormSettings', 'Form').flatMap((form) => {
      const context = FORMS[form.attributes.get('type') ?? ''] ?? 'default';
      return Object.entries(FORM_FACTORS).flatMap(([name, formFactor]) => {
        const source = childOf(childOf(form, name), 'SourceLocation');
        return source ? [{ formFactor, context, url: this.#address(source) }] : [];
      });
    });
    return this.#host('outlook', forms);
  }

  /** @param pages source locations outside of VersionOverrides */
  #host(host: ManifestHostName, pages: readonly ManifestPage[]): ManifestHost {
    const overrides = this.#overrides.at(-1);
    const element = elementsAt(overrides, 'Hosts', 'Host').find(
      ({ attributes }) => HOSTS[hostType(attributes.get('type') ?? '')] === host,
    );
    const resources = new XmlResources(this.#file, childOf(overrides, 'Resources'));
    const runtimes = elementsAt(element, 'Runtimes', 'Runtime').map((runtime): ManifestRuntime => {
      const script = childrenOf(runtime, 'Override').find(
        ({ attributes }) => attributes.get('type') === 'javascript',
      );
      return {
        page: resources.url(runtime),
        ...(script ? { script: resources.url(script) } : {}),
        lifetime: runtime.attributes.get('lifetime') === 'long' ? 'long' : 'short',
      };
    });
    return {
      host,
      requirementSets: { ...requirementSets(this.#root), ...this.#overrideSets() },
      pages,
      groups: element ? readRibbon(this.#file, element, resources) : [],
      runtimes,
      launchEvents: element ? this.#launchEvents(element, resources, runtimes) : [],
    };
  }

  #overrideSets(): Record<string, string> {
    return Object.assign({}, ...this.#overrides.map(requirementSets)) as Record<string, string>;
  }

  #launchEvents(
    host: XmlElement,
    resources: XmlResources,
    runtimes: readonly ManifestRuntime[],
  ): LaunchEvent[] {
    const points = host.children
      .flatMap((formFactor) => childrenOf(formFactor, 'ExtensionPoint'))
      .filter(({ attributes }) => attributes.get('type') === 'LaunchEvent');
    return points.flatMap((point) => {
      const source = childOf(point, 'SourceLocation');
      const page = source ? resources.url(source) : runtimes[0]?.page;
      if (!page) throw this.#error(point, 'It has no SourceLocation.');
      const script = runtimes.find((runtime) => runtime.page.default === page.default)?.script;
      return elementsAt(point, 'LaunchEvents', 'LaunchEvent').map(({ attributes }) => {
        const sendMode = sendModeOf(attributes.get('SendMode'));
        return {
          type: attributes.get('Type') ?? '',
          functionName: attributes.get('FunctionName') ?? '',
          page,
          ...(script ? { script } : {}),
          ...(sendMode === undefined ? {} : { sendMode }),
        };
      });
    });
  }

  #webApplication(): WebApplication | undefined {
    const element = this.#overrides
      .flatMap((overrides) => childrenOf(overrides, 'WebApplicationInfo'))
      .at(-1);
    if (!element) return undefined;
    const resource = childOf(element, 'Resource')?.text;
    return {
      id: this.#text(element, 'Id'),
      ...(resource ? { resource } : {}),
      scopes: elementsAt(element, 'Scopes', 'Scope').map(({ text }) => text),
    };
  }

  #required(parent: XmlElement, name: string): XmlElement {
    const element = childOf(parent, name);
    if (!element) throw this.#error(parent, `It has no ${name}.`);
    return element;
  }

  #text(parent: XmlElement, name: string): string {
    const element = this.#required(parent, name);
    if (element.text === '') throw this.#error(element, 'It is empty.');
    return element.text;
  }

  #localized(element: XmlElement): Localized {
    return localizedIn(this.#file, element);
  }

  #address(element: XmlElement): Localized {
    return checkedAddress(this.#file, element, localizedIn(this.#file, element));
  }

  #error(element: XmlElement, problem: string): ManifestError {
    return new ManifestError(this.#file, element.line, `<${element.name}>`, problem);
  }
}

/** Mail manifests name their host MailHost. */
function hostType(type: string): string {
  return type === 'MailHost' ? 'Mailbox' : type;
}

function versionOverrides(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let at = childOf(root, 'VersionOverrides'); at; at = childOf(at, 'VersionOverrides')) found.push(at);
  return found;
}

function requirementSets(parent: XmlElement): Record<string, string> {
  const sets = elementsAt(parent, 'Requirements', 'Sets');
  return Object.fromEntries(
    sets.flatMap((element) =>
      childrenOf(element, 'Set').map(({ attributes }) => [
        attributes.get('Name') ?? '',
        attributes.get('MinVersion') ?? element.attributes.get('DefaultMinVersion') ?? '1.1',
      ]),
    ),
  );
}

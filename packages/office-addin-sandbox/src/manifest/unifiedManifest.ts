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
  type RibbonAction,
  type RibbonButton,
  type RibbonControl,
  type RibbonGroup,
} from './addinManifest.ts';
import { canonicalEvent, sendModeOf } from './launchEvents.ts';
import { JsonValue } from './jsonValue.ts';

/** Values of `requirements.scopes`. */
const HOSTS: Readonly<Record<string, ManifestHostName>> = {
  document: 'word',
  workbook: 'excel',
  presentation: 'powerpoint',
  mail: 'outlook',
};

const CONTEXTS: Readonly<Record<string, ItemContext>> = {
  default: 'default',
  mailRead: 'mailRead',
  mailCompose: 'mailCompose',
  meetingDetailsAttendee: 'meetingAttendee',
  meetingDetailsOrganizer: 'meetingOrganizer',
};

/** Texts for another language, by the path of the member that they replace. */
export type LanguageTexts = Readonly<Record<string, string>>;

/**
 * Reads a unified manifest (JSON).
 * @param languageFile returns the texts of a file that `localizationInfo` names, or undefined
 * @throws ManifestError that names line and member
 */
export function readUnifiedManifest(
  file: string,
  text: string,
  languageFile: (path: string) => LanguageTexts | undefined = () => undefined,
): AddinManifest {
  const root = JsonValue.parse(file, text);
  const languages = root.items('localizationInfo', 'additionalLanguages').flatMap((language) => {
    const tag = language.at('languageTag')?.text;
    const texts = languageFile(language.at('file')?.text ?? '');
    return tag && texts ? [[tag, texts] as const] : [];
  });
  return new UnifiedManifest(file, root, new Map(languages)).read();
}

class UnifiedManifest {
  readonly #file: string;
  readonly #root: JsonValue;
  readonly #languages: ReadonlyMap<string, LanguageTexts>;

  constructor(file: string, root: JsonValue, languages: ReadonlyMap<string, LanguageTexts>) {
    this.#file = file;
    this.#root = root;
    this.#languages = languages;
  }

  read(): AddinManifest {
    const root = this.#root;
    const extensions = root.items('extensions');
    if (extensions.length === 0) throw root.error('It has no extensions, so it contains no Office Add-in.');
    const webApplication = root.at('webApplicationInfo');
    const resource = webApplication?.at('resource')?.text;
    const icon = this.#icon(extensions);
    return {
      file: this.#file,
      format: 'unified',
      id: root.requiredText('id'),
      version: root.requiredText('version'),
      providerName: root.at('developer', 'name')?.text ?? '',
      name: this.#localized(root, 'name', 'short'),
      description: this.#localized(root, 'description', 'short'),
      ...(icon ? { icon } : {}),
      defaultLocale: root.at('localizationInfo', 'defaultLanguageTag')?.text ?? 'en-US',
      permissions: root
        .items('authorization', 'permissions', 'resourceSpecific')
        .flatMap((permission) => permission.at('name')?.text ?? []),
      appDomains: root.texts('validDomains').flatMap(originOf),
      ...(webApplication
        ? {
            webApplication: {
              id: webApplication.requiredText('id'),
              ...(resource ? { resource } : {}),
              scopes: [],
            },
          }
        : {}),
      ...this.#content(extensions),
      hosts: extensions.flatMap((extension) => this.#hosts(extension)),
    };
  }

  /** Manifests have relative icons, which are in the package. Only alternate icons have an address. */
  #icon(extensions: readonly JsonValue[]): Localized | undefined {
    const addresses = extensions
      .flatMap((extension) => extension.items('alternates'))
      .flatMap((alternate) => alternate.at('alternateIcons', 'icon', 'url')?.text ?? []);
    return addresses[0] === undefined ? undefined : { default: addresses[0], overrides: {} };
  }

  /** Returns the size of a content add-in; nothing for an add-in that has a pane or functions. */
  #content(extensions: readonly JsonValue[]): Pick<AddinManifest, 'content'> {
    const [runtime] = extensions.flatMap((extension) => extension.items('contentRuntimes'));
    if (!runtime || extensions.some((extension) => extension.items('runtimes').length > 0)) return {};
    const size = (name: string, usual: number) => Number(runtime.at(name)?.text) || usual;
    return { content: { width: size('requestedWidth', 400), height: size('requestedHeight', 300) } };
  }

  #hosts(extension: JsonValue): ManifestHost[] {
    const scopes = extension.texts('requirements', 'scopes');
    const names = (scopes.length > 0 ? scopes : Object.keys(HOSTS)).flatMap((scope) => HOSTS[scope] ?? []);
    return names.map((host) => this.#host(extension, host));
  }

  #host(extension: JsonValue, host: ManifestHostName): ManifestHost {
    const runtimes = extension.items('runtimes').filter((runtime) => isFor(runtime, host));
    const groups = extension
      .items('ribbons')
      .filter((ribbon) => isFor(ribbon, host))
      .flatMap((ribbon) => this.#groups(extension, ribbon, host));
    const content = extension.items('contentRuntimes').filter((runtime) => isFor(runtime, host));
    const panes = runtimes.filter((runtime) =>
      runtime.items('actions').some((action) => action.at('type')?.text === 'openPage'),
    );
    const pages = [...panes, ...content].map((runtime): ManifestPage => ({
      formFactor: 'desktop',
      context: 'default',
      url: this.#page(runtime),
    }));
    return {
      host,
      requirementSets: requirementSets(extension),
      pages,
      groups,
      runtimes: runtimes.map((runtime) => this.#runtime(runtime)),
      launchEvents: extension
        .items('autoRunEvents')
        .filter((events) => isFor(events, host))
        .flatMap((events) => this.#launchEvents(extension, events)),
    };
  }

  #runtime(runtime: JsonValue): ManifestRuntime {
    const script = runtime.at('code', 'script')?.text;
    return {
      page: this.#page(runtime),
      ...(script ? { script: { default: script, overrides: {} } } : {}),
      lifetime: runtime.at('lifetime')?.text === 'long' ? 'long' : 'short',
    };
  }

  #launchEvents(extension: JsonValue, events: JsonValue): LaunchEvent[] {
    return events.items('events').flatMap((event) => {
      const actionId = event.requiredText('actionId');
      const runtime = this.#runtimeOf(extension, event, actionId);
      const sendMode = sendModeOf(event.at('options', 'sendMode')?.text);
      const { page, script } = this.#runtime(runtime);
      return [
        {
          type: canonicalEvent(event.requiredText('type')),
          functionName: actionId,
          page,
          ...(script ? { script } : {}),
          ...(sendMode === undefined ? {} : { sendMode }),
        },
      ];
    });
  }

  #groups(extension: JsonValue, ribbon: JsonValue, host: ManifestHostName): RibbonGroup[] {
    const named = ribbon.texts('contexts').flatMap((context) => CONTEXTS[context] ?? []);
    // `default` means the main ribbon of the other applications; Outlook has only the contexts for items.
    const contexts =
      host === 'outlook' ? named.filter((context) => context !== 'default') : ['default' as const];
    if (
      host === 'outlook'
        ? contexts.length === 0 && named.length > 0
        : named.length > 0 && !named.includes('default')
    ) {
      return [];
    }
    const groupsOf = (tab: JsonValue) => [
      ...tab.items('groups').map((group) => ({ group, formFactor: 'desktop' as const })),
      ...tab.items('customMobileRibbonGroups').map((group) => ({ group, formFactor: 'phone' as const })),
    ];
    return ribbon.items('tabs').flatMap((tab) =>
      groupsOf(tab).map(({ group, formFactor }): RibbonGroup => ({
        id: group.at('id')?.text ?? '',
        formFactor,
        contexts: contexts.length > 0 ? contexts : ['default'],
        tab: tab.at('label') ? this.#localized(tab, 'label') : fixed(tab.at('builtInTabId')?.text ?? ''),
        label: this.#localized(group, 'label'),
        controls: group.items('controls').map((control) => this.#control(extension, control, host)),
      })),
    );
  }

  #control(extension: JsonValue, control: JsonValue, host: ManifestHostName): RibbonControl {
    if (control.at('type')?.text !== 'menu') return this.#button(extension, control, host);
    return {
      type: 'menu',
      id: control.at('id')?.text ?? '',
      label: this.#localized(control, 'label'),
      ...iconOf(control),
      items: control.items('items').map((item) => this.#button(extension, item, host)),
    };
  }

  #button(extension: JsonValue, control: JsonValue, host: ManifestHostName): RibbonButton {
    const description = control.at('supertip', 'description');
    return {
      type: 'button',
      id: control.at('id')?.text ?? '',
      label: this.#localized(control, 'label'),
      ...(description ? { description: this.#localized(control, 'supertip', 'description') } : {}),
      ...iconOf(control),
      action: this.#action(extension, control, host),
    };
  }

  #action(extension: JsonValue, control: JsonValue, host: ManifestHostName): RibbonAction {
    const id = control.requiredText('actionId');
    const runtime = this.#runtimeOf(extension, control, id, host);
    const action = runtime.items('actions').find((candidate) => candidate.at('id')?.text === id);
    return action?.at('type')?.text === 'executeFunction'
      ? { type: 'function', name: id, page: this.#page(runtime) }
      : { type: 'pane', url: this.#page(runtime) };
  }

  /** Returns the runtime with the action. @param user the value with the `actionId`, for the message */
  #runtimeOf(extension: JsonValue, user: JsonValue, actionId: string, host?: ManifestHostName): JsonValue {
    const having = extension
      .items('runtimes')
      .filter((runtime) => runtime.items('actions').some((action) => action.at('id')?.text === actionId));
    const runtime = having.find((candidate) => host === undefined || isFor(candidate, host)) ?? having[0];
    if (!runtime) throw user.error(`No runtime has an action with the id "${actionId}".`);
    return runtime;
  }

  #page(runtime: JsonValue): Localized {
    const address = this.#localized(runtime, 'code', 'page');
    const page = runtime.at('code', 'page') ?? runtime;
    for (const text of [address.default, ...Object.values(address.overrides)]) {
      if (!URL.canParse(text) || new URL(text).protocol !== 'https:') {
        throw page.error(`"${text}" isn't an https address.`);
      }
    }
    return address;
  }

  #localized(parent: JsonValue, ...names: readonly string[]): Localized {
    const text = parent.requiredText(...names);
    const path = parent.at(...names)?.path ?? '';
    const overrides = [...this.#languages].flatMap(([tag, texts]) => {
      const translated = texts[path];
      return translated === undefined ? [] : [[tag, translated] as const];
    });
    return { default: text, overrides: Object.fromEntries(overrides) };
  }
}

/** Returns whether an entry applies to the application; an entry without scopes applies to all. */
function isFor(entry: JsonValue, host: ManifestHostName): boolean {
  const scopes = entry.texts('requirements', 'scopes');
  const needsMailbox = entry
    .items('requirements', 'capabilities')
    .some((capability) => capability.at('name')?.text === 'Mailbox');
  if (scopes.length === 0) return !needsMailbox || host === 'outlook';
  return scopes.some((scope) => HOSTS[scope] === host);
}

function requirementSets(entry: JsonValue): Record<string, string> {
  const sets = entry.items('requirements', 'capabilities').flatMap((capability) => {
    const name = capability.at('name')?.text;
    return name === undefined ? [] : [[name, capability.at('minVersion')?.text ?? '1.1'] as const];
  });
  return Object.fromEntries(sets);
}

/** Returns the icon for a normal screen, or the largest. */
function iconOf(control: JsonValue): { icon?: Localized } {
  const icons = control
    .items('icons')
    .map((icon) => ({ size: Number(icon.at('size')?.text) || 0, url: icon.at('url')?.text }))
    .toSorted((one, other) => one.size - other.size);
  const { url } = icons.find(({ size }) => size >= 32) ?? icons.at(-1) ?? {};
  return url === undefined ? {} : { icon: fixed(url) };
}

const fixed = (text: string): Localized => ({ default: text, overrides: {} });

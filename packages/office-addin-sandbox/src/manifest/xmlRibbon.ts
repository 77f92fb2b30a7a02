import type {
  FormFactor,
  ItemContext,
  Localized,
  RibbonAction,
  RibbonButton,
  RibbonControl,
  RibbonGroup,
} from './addinManifest.ts';
import { ManifestError } from './manifestError.ts';
import type { XmlResources } from './xmlResources.ts';
import { childOf, childrenOf, elementsAt, type XmlElement } from './xmlElement.ts';

const FORM_FACTORS: Readonly<Record<string, FormFactor>> = {
  DesktopFormFactor: 'desktop',
  AllFormFactors: 'desktop',
  TabletFormFactor: 'tablet',
  MobileFormFactor: 'phone',
};

/** Extension points with buttons, by xsi:type. The sandbox shows none of the others. */
const SURFACES: Readonly<Record<string, readonly ItemContext[]>> = {
  PrimaryCommandSurface: ['default'],
  MessageReadCommandSurface: ['mailRead'],
  MessageComposeCommandSurface: ['mailCompose'],
  AppointmentAttendeeCommandSurface: ['meetingAttendee'],
  AppointmentOrganizerCommandSurface: ['meetingOrganizer'],
  MobileMessageReadCommandSurface: ['mailRead'],
  MobileMessageComposeCommandSurface: ['mailCompose'],
};

/** Returns the groups of all form factors of a `Host` in VersionOverrides. */
export function readRibbon(file: string, host: XmlElement, resources: XmlResources): RibbonGroup[] {
  return host.children.flatMap((element) => {
    const formFactor = FORM_FACTORS[element.name];
    return formFactor ? new XmlRibbon(file, resources, element, formFactor).groups() : [];
  });
}

class XmlRibbon {
  readonly #file: string;
  readonly #resources: XmlResources;
  readonly #element: XmlElement;
  readonly #formFactor: FormFactor;

  constructor(file: string, resources: XmlResources, element: XmlElement, formFactor: FormFactor) {
    this.#file = file;
    this.#resources = resources;
    this.#element = element;
    this.#formFactor = formFactor;
  }

  groups(): RibbonGroup[] {
    return childrenOf(this.#element, 'ExtensionPoint').flatMap((point) => {
      const contexts = SURFACES[point.attributes.get('type') ?? ''];
      if (!contexts) return [];
      const tabs = [...childrenOf(point, 'OfficeTab'), ...childrenOf(point, 'CustomTab')];
      const inTabs = tabs.flatMap((tab) =>
        childrenOf(tab, 'Group').map((group) => this.#group(group, contexts, this.#tab(tab))),
      );
      // In the mobile form factor, groups aren't in tabs.
      const direct = childrenOf(point, 'Group').map((group) =>
        this.#group(group, contexts, { default: '', overrides: {} }),
      );
      return [...inTabs, ...direct];
    });
  }

  #tab(tab: XmlElement): Localized {
    const label = childOf(tab, 'Label');
    return label ? this.#resources.text(label) : { default: tab.attributes.get('id') ?? '', overrides: {} };
  }

  #group(group: XmlElement, contexts: readonly ItemContext[], tab: Localized): RibbonGroup {
    return {
      id: group.attributes.get('id') ?? '',
      formFactor: this.#formFactor,
      contexts,
      tab,
      label: this.#label(group),
      controls: childrenOf(group, 'Control').flatMap((control) => this.#control(control)),
    };
  }

  #control(control: XmlElement): RibbonControl[] {
    const type = control.attributes.get('type');
    const id = control.attributes.get('id') ?? '';
    if (type === 'Menu') {
      return [
        {
          type: 'menu',
          id,
          label: this.#label(control),
          ...this.#icon(control),
          items: elementsAt(control, 'Items', 'Item').map((item) => this.#button(item)),
        },
      ];
    }
    return type === 'Button' || type === 'MobileButton' ? [this.#button(control)] : [];
  }

  #button(element: XmlElement): RibbonButton {
    const description = childOf(childOf(element, 'Supertip'), 'Description');
    return {
      type: 'button',
      id: element.attributes.get('id') ?? '',
      label: this.#label(element),
      ...(description ? { description: this.#resources.text(description) } : {}),
      ...this.#icon(element),
      action: this.#action(element),
    };
  }

  #action(element: XmlElement): RibbonAction {
    const action = childOf(element, 'Action');
    if (!action) throw this.#error(element, 'It has no Action.');
    const type = action.attributes.get('type') ?? '';
    switch (type) {
      case 'ShowTaskpane': {
        const source = childOf(action, 'SourceLocation');
        if (!source) throw this.#error(action, 'ShowTaskpane has no SourceLocation.');
        const title = childOf(action, 'Title');
        return {
          type: 'pane',
          url: this.#resources.url(source),
          ...(title ? { title: this.#resources.text(title) } : {}),
        };
      }
      case 'ExecuteFunction': {
        const name = childOf(action, 'FunctionName')?.text;
        if (!name) throw this.#error(action, 'ExecuteFunction has no FunctionName.');
        const file = childOf(this.#element, 'FunctionFile');
        if (!file)
          throw this.#error(this.#element, 'A button executes a function, but there is no FunctionFile.');
        return { type: 'function', name, page: this.#resources.url(file) };
      }
      default:
        throw this.#error(action, `Unknown action "${type}". Use ShowTaskpane or ExecuteFunction.`);
    }
  }

  #label(element: XmlElement): Localized {
    const label = childOf(element, 'Label');
    if (!label) throw this.#error(element, 'It has no Label.');
    return this.#resources.text(label);
  }

  /** Returns the icon for a normal screen, or the smallest. */
  #icon(element: XmlElement): { icon?: Localized } {
    const images = elementsAt(element, 'Icon', 'Image').toSorted((one, other) => sizeOf(one) - sizeOf(other));
    const image = images.find((candidate) => sizeOf(candidate) >= 32) ?? images.at(-1);
    return image ? { icon: this.#resources.image(image) } : {};
  }

  #error(element: XmlElement, problem: string): ManifestError {
    return new ManifestError(this.#file, element.line, `<${element.name}>`, problem);
  }
}

const sizeOf = ({ attributes }: XmlElement): number => Number(attributes.get('size')) || 0;

import { localize, type RibbonButton, type RibbonControl } from '../../../manifest/addinManifest.ts';
import { element, make } from '../dom.ts';
import { visibleGroups, type PageAddin, type Place } from './pageAddin.ts';

/** Runs the action of a button. Resolves when it is done. */
export type Press = (addin: PageAddin, button: RibbonButton) => Promise<void>;

/** Shows the groups of all add-ins, as on a tab of Office's ribbon. Hidden if no add-in has any. */
export function drawRibbon(addins: readonly PageAddin[], place: Place, press: Press): void {
  const ribbon = element('ribbon', HTMLElement);
  const groups = addins.flatMap((addin) =>
    visibleGroups(addin, place).map((group) => {
      const label = localize(group.label, place.locale);
      return make(
        'div',
        {
          class: 'ribbon-group',
          role: 'group',
          'aria-label': label,
          'data-testid': `ribbon-group-${group.id}`,
        },
        make('div', { class: 'ribbon-controls' }, ...group.controls.map((control) => draw(control, addin))),
        make('span', { class: 'ribbon-label', 'aria-hidden': 'true' }, label),
      );
    }),
  );
  ribbon.replaceChildren(...groups);
  ribbon.hidden = groups.length === 0;

  function draw(control: RibbonControl, addin: PageAddin): HTMLElement {
    if (control.type === 'button') return drawButton(control, addin);
    const items = make(
      'div',
      { class: 'ribbon-menu', role: 'group', 'aria-label': localize(control.label, place.locale) },
      ...control.items.map((item) => drawButton(item, addin)),
    );
    const menu = make(
      'details',
      { class: 'ribbon-button', 'data-testid': `ribbon-${control.id}` },
      make('summary', {}, ...face(control), make('span', { 'aria-hidden': 'true' }, '▾')),
      items,
    );
    menu.addEventListener('toggle', () => placeBelow(items, menu));
    menu.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') close(menu);
    });
    menu.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
    });
    return menu;
  }

  function drawButton(button: RibbonButton, addin: PageAddin): HTMLElement {
    const description = button.description && localize(button.description, place.locale);
    const drawn = make(
      'button',
      {
        type: 'button',
        class: 'ribbon-button',
        'data-testid': `ribbon-${button.id}`,
        ...(description ? { title: description } : {}),
      },
      ...face(button),
    );
    drawn.addEventListener('click', () => {
      const menu = drawn.closest('details');
      if (menu) close(menu);
      // As in Office, the button stays enabled while its function runs.
      drawn.setAttribute('aria-busy', 'true');
      void press(addin, button).finally(() => drawn.removeAttribute('aria-busy'));
    });
    return drawn;
  }

  /** Returns icon and label. An icon that can't be loaded takes no space. */
  function face({ icon, label }: Pick<RibbonButton, 'icon' | 'label'>): HTMLElement[] {
    const text = make('span', { class: 'ribbon-text' }, localize(label, place.locale));
    return icon ? [iconImage(localize(icon, place.locale)), text] : [text];
  }
}

/** Returns an image without text, for a control that has a label. */
export function iconImage(url: string): HTMLImageElement {
  const image = make('img', { class: 'addin-icon', alt: '', src: url });
  image.addEventListener('error', () => (image.hidden = true));
  return image;
}

function close(menu: HTMLDetailsElement): void {
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

/** The ribbon scrolls, so its menus are positioned relative to the window. */
function placeBelow(items: HTMLElement, menu: HTMLElement): void {
  const { left, bottom } = menu.getBoundingClientRect();
  items.style.left = `${Math.max(0, Math.min(left, innerWidth - items.offsetWidth - 4))}px`;
  items.style.top = `${bottom}px`;
}

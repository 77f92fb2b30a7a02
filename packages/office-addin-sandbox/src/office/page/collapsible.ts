import { element } from './dom.ts';
import { loadSetting, saveSetting } from './localSettings.ts';

/** A laptop's window, or a larger one at 200% zoom: without the parts, document and pane have enough space. */
const SMALL = '(max-width: 1280px), (max-height: 720px)';

export interface Collapsible {
  open(): void;
}

/**
 * Makes a part collapsible with a button. Collapsed at first in a small window; the browser remembers the user's choice.
 * @param partId the element to hide
 * @param buttonId the button that shows and hides it
 */
export function collapsible(partId: string, buttonId: string): Collapsible {
  const part = element(partId, HTMLElement);
  const button = element(buttonId, HTMLButtonElement);
  const show = (open: boolean): void => {
    part.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  const toggle = (open: boolean): void => {
    show(open);
    saveSetting(partId, open ? 'open' : 'closed');
  };
  const saved = loadSetting(partId);
  show(saved === null ? !matchMedia(SMALL).matches : saved === 'open');
  button.addEventListener('click', () => toggle(Boolean(part.hidden)));
  return {
    open: () => {
      if (part.hidden) toggle(true);
    },
  };
}

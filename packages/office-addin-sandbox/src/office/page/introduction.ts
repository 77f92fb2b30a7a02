import { element } from './dom.ts';
import { loadSetting, saveSetting } from './localSettings.ts';

/** The introduction card: shown until the user dismisses it, and again on request. */
export function introduction(): void {
  const card = element('introduction', HTMLElement);
  const button = element('what-is-this', HTMLButtonElement);
  const show = (open: boolean) => {
    card.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  // In a small window, it would leave no space for the document.
  show(loadSetting('introduction') !== 'read' && !matchMedia('(max-width: 900px)').matches);
  button.addEventListener('click', () => {
    const opens = card.hidden !== false;
    show(opens);
    if (opens) element('introduction-title', HTMLElement).focus();
  });
  element('introduction-read', HTMLButtonElement).addEventListener('click', () => {
    show(false);
    saveSetting('introduction', 'read');
    button.focus();
  });
}

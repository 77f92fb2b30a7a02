import { element } from './dom.ts';
import { remember, remembered } from './remembered.ts';

/** The card that says what all this is: there until it is read, and again on demand. */
export function introduction(): void {
  const card = element('introduction', HTMLElement);
  const button = element('what-is-this', HTMLButtonElement);
  const show = (open: boolean) => {
    card.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  show(remembered('introduction') !== 'read');
  button.addEventListener('click', () => {
    const opens = card.hidden !== false;
    show(opens);
    if (opens) element('introduction-title', HTMLElement).focus();
  });
  element('introduction-read', HTMLButtonElement).addEventListener('click', () => {
    show(false);
    remember('introduction', 'read');
    button.focus();
  });
}

import { element, setText } from './dom.ts';
import { showError } from './errorBanner.ts';

/** Connects the button that copies the link. @param link throws if the state doesn't fit into a link */
export function copyLink(link: () => string): void {
  const button = element('copy-link', HTMLButtonElement);
  const copy = async () => {
    await navigator.clipboard.writeText(link());
    setText('copy-link-done', 'Link copied');
    button.dataset['done'] = 'true';
  };
  button.addEventListener('click', () => {
    copy().catch(showError);
  });
  button.addEventListener('blur', () => {
    setText('copy-link-done', '');
    delete button.dataset['done'];
  });
}

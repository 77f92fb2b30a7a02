import { element, setText } from './dom.ts';
import { report } from './report.ts';

/** Puts the link to what is on the screen onto the clipboard and says so. @param link throws where there is none. */
export function copyLink(link: () => string): void {
  const button = element('copy-link', HTMLButtonElement);
  const copy = async () => {
    await navigator.clipboard.writeText(link());
    setText('copy-link-done', 'Link copied');
    button.dataset['done'] = 'true';
  };
  button.addEventListener('click', () => {
    copy().catch(report);
  });
  button.addEventListener('blur', () => {
    setText('copy-link-done', '');
    delete button.dataset['done'];
  });
}

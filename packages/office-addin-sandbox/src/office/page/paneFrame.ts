import { element, make } from './dom.ts';

/** What Office on the web lets an add-in do; without the last three, dialogs fail with 12011. */
const permissions = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-downloads',
  'allow-modals',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
].join(' ');

/** A new, empty frame, not yet in the page. */
export function newPaneFrame(): HTMLIFrameElement {
  return make('iframe', {
    title: 'Task pane of the add-in',
    'data-testid': 'pane-frame',
    sandbox: permissions,
  });
}

/** Puts it into the page in place of the one before. Its name has to stand by now: Chromium reads it only here. */
export function showPaneFrame(frame: HTMLIFrameElement): void {
  element('pane-holder', HTMLElement).replaceChildren(frame);
}

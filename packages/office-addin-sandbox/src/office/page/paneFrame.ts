import { element, make } from './dom.ts';

/** The sandbox permissions of Office on the web. Without the last three, dialogs fail with 12011. */
const permissions = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-downloads',
  'allow-modals',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
].join(' ');

/** Creates an empty frame that isn't in the page yet. */
export function newPaneFrame(): HTMLIFrameElement {
  return make('iframe', {
    title: 'Task pane of the add-in',
    'data-testid': 'pane-frame',
    sandbox: permissions,
  });
}

/** Replaces the current frame. Set the name first, because Chromium reads it only when the frame is inserted. */
export function showPaneFrame(frame: HTMLIFrameElement): void {
  element('pane-holder', HTMLElement).replaceChildren(frame);
}

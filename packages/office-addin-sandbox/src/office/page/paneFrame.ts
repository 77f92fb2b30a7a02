import { localize, type AddinManifest } from '../../manifest/addinManifest.ts';
import { iconImage } from './addin/ribbon.ts';
import { element, make, setText } from './dom.ts';

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

/** Shows name and icon of the add-in above the pane. */
export function showPaneTitle(manifest: AddinManifest | undefined, locale: string): void {
  setText('pane-title', manifest ? localize(manifest.name, locale) : 'Add-in');
  const icon = manifest?.icon && iconImage(localize(manifest.icon, locale));
  element('pane-icon', HTMLElement).replaceChildren(...(icon ? [icon] : []));
}

/** Shows the frame of a content add-in in the document, and no pane. @param content size in pixels */
export function showContentFrame(
  frame: HTMLIFrameElement,
  name: string,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const section = element('content-addin', HTMLElement);
  section.hidden = false;
  section.setAttribute('aria-label', name);
  setText('content-addin-title', name);
  frame.title = 'Content add-in';
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  element('content-holder', HTMLElement).replaceChildren(frame);
  showPaneFrame(newPaneFrame());
  setPaneVisible(false);
  hideOpenPane();
}

/** Removes the content add-in from the document. */
export function hideContentFrame(): void {
  element('content-addin', HTMLElement).hidden = true;
  element('content-holder', HTMLElement).replaceChildren();
}

/** Hides the button that opens the pane, for an add-in without one. */
export function hideOpenPane(): void {
  element('open-pane', HTMLButtonElement).hidden = true;
}

/** Hides the pane without unloading its page, or shows it again. */
export function setPaneVisible(visible: boolean): void {
  for (const id of ['pane', 'pane-border']) element(id, HTMLElement).hidden = !visible;
  element('open-pane', HTMLButtonElement).hidden = visible;
}

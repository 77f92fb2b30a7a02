import { newPaneFrame } from '../paneFrame.ts';

/** Creates the hidden frame that runs a function command. It isn't in the page yet. */
export function commandFrame(): HTMLIFrameElement {
  const frame = newPaneFrame();
  frame.className = 'command-frame';
  frame.title = 'Function commands of the add-in';
  frame.dataset['testid'] = 'command-frame';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  return frame;
}

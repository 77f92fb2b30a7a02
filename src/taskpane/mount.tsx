import { createRoot, type Root } from 'react-dom/client';
import { App } from './views/App.tsx';
import type { Surroundings } from './views/context.ts';

let mounted: { root: Root; element: HTMLElement; surroundings: Surroundings } | undefined;

/** Shows the pane in place of whatever stands in the page. */
export function mountPane(surroundings: Surroundings): void {
  mounted?.root.unmount();
  const element = document.createElement('div');
  element.id = 'root';
  document.body.replaceChildren(element);
  const root = createRoot(element);
  mounted = { root, element, surroundings };
  root.render(<App {...surroundings} />);
}

/**
 * Where office.js has replaced the page's content (12011) the pane comes back; what it shows lives outside of React
 * and is as it was. Office does it after it has told us, so the page is looked at once it is done.
 */
export function restorePane(): void {
  setTimeout(() => {
    if (!mounted) return;
    const alone = mounted.element.isConnected && document.body.children.length === 1;
    if (!alone) mountPane(mounted.surroundings);
  });
}

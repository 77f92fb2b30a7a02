import { createRoot, type Root } from 'react-dom/client';
import { App, type AppProps } from './App.tsx';

let mounted: { root: Root; element: HTMLElement; props: AppProps } | undefined;

/** Replaces the content of the page with the pane. */
export function mountPane(props: AppProps): void {
  mounted?.root.unmount();
  const element = document.createElement('div');
  element.id = 'root';
  document.body.replaceChildren(element);
  const root = createRoot(element);
  mounted = { root, element, props };
  root.render(<App {...props} />);
}

/**
 * Mounts the pane again if office.js has replaced the page's content (12011). The state is outside React, so nothing is
 * lost. Waits for a moment, because office.js replaces the content after it has reported the error.
 */
export function restorePane(): void {
  setTimeout(() => {
    if (!mounted) return;
    const isIntact = mounted.element.isConnected && document.body.children.length === 1;
    if (!isIntact) mountPane(mounted.props);
  });
}

import { createRoot, type Root } from 'react-dom/client';
import { App, type AppProps } from './App.tsx';

let mounted: { root: Root; element: HTMLElement; props: AppProps } | undefined;

/** Shows the pane in place of whatever stands in the page. */
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
 * Where office.js has replaced the page's content (12011) the pane comes back; what it shows lives outside of React
 * and is as it was. Office does it after it has told us, so the page is looked at once it is done.
 */
export function restorePane(): void {
  setTimeout(() => {
    if (!mounted) return;
    const alone = mounted.element.isConnected && document.body.children.length === 1;
    if (!alone) mountPane(mounted.props);
  });
}

/**
 * Loaded before office.js, which sets history.pushState and replaceState to null; MSAL.js and the browser's own
 * tools expect them. `restoreHistory` puts them back after Office is ready.
 */
declare global {
  interface Window {
    keptHistory?: Pick<History, 'pushState' | 'replaceState'>;
  }
}

window.keptHistory = {
  pushState: history.pushState.bind(history),
  replaceState: history.replaceState.bind(history),
};

export {};

/**
 * Runs before office.js, which sets history.pushState and replaceState to null. MSAL.js needs both, so dialog.ts
 * restores them when Office is ready.
 */
declare global {
  interface Window {
    savedHistory?: Pick<History, 'pushState' | 'replaceState'>;
  }
}

window.savedHistory = {
  pushState: history.pushState.bind(history),
  replaceState: history.replaceState.bind(history),
};

export {};

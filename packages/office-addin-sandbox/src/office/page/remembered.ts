/** What a person arranged on this page, kept by the browser. Where it keeps nothing, the page begins as it is made. */
export function remembered(name: string): string | null {
  return storage()?.getItem(`sandbox.${name}`) ?? null;
}

export function remember(name: string, value: string): void {
  storage()?.setItem(`sandbox.${name}`, value);
}

/** Browsers that block storage throw as soon as it is touched. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

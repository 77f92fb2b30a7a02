/** Settings of the page in localStorage, such as the width of the panel. Not saved if the browser blocks storage. */
export function loadSetting(name: string): string | null {
  return storage()?.getItem(`sandbox.${name}`) ?? null;
}

export function saveSetting(name: string, value: string): void {
  storage()?.setItem(`sandbox.${name}`, value);
}

/** Accessing storage throws if the browser blocks it. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

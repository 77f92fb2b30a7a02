/** The action of a key in the list (ARIA Authoring Practices, grid with multiple selection). */
export type ListAction =
  | { readonly kind: 'move'; readonly to: number }
  /** Moves there and selects everything from the anchor. */
  | { readonly kind: 'extend'; readonly to: number }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'open' }
  | { readonly kind: 'all' }
  | { readonly kind: 'find'; readonly letter: string };

export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  /** Command on a Mac. */
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface ListFacts {
  readonly active: number;
  readonly count: number;
  /** Number of visible rows. */
  readonly page: number;
  /** Whether the active row can be opened. */
  readonly canOpen: boolean;
}

/** Returns null if the list doesn't handle the key. Pure. */
export function listAction(
  pressed: PressedKey,
  { active, count, page, canOpen }: ListFacts,
): ListAction | null {
  const { key, shiftKey, altKey } = pressed;
  const command = pressed.ctrlKey || pressed.metaKey;
  if (altKey || count === 0) return null;
  if (command && key.toLowerCase() === 'a') return { kind: 'all' };
  const target = targetOf(key, active, count, page);
  if (target !== undefined) {
    // As in the practices, Home and End extend only with Ctrl+Shift; the others with Shift.
    const isRange = shiftKey && (command || (key !== 'Home' && key !== 'End'));
    return { kind: isRange ? 'extend' : 'move', to: Math.max(0, Math.min(count - 1, target)) };
  }
  if (command) return null;
  if (key === ' ') return shiftKey ? { kind: 'extend', to: active } : { kind: 'toggle' };
  if (key === 'Enter') return { kind: canOpen ? 'open' : 'toggle' };
  return [...key].length === 1 ? { kind: 'find', letter: key } : null;
}

function targetOf(key: string, active: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * Returns the index of the next name that starts with the typed text; -1: none. A single letter starts after the active
 * row, so that pressing it again finds the next match.
 */
export function findByName(names: readonly string[], typed: string, active: number): number {
  const requestedPlace = typed.toLocaleLowerCase();
  const from = [...typed].length === 1 ? active + 1 : active;
  for (let step = 0; step < names.length; step += 1) {
    const index = (from + step) % names.length;
    if (names[index]?.toLocaleLowerCase().startsWith(requestedPlace)) return index;
  }
  return -1;
}

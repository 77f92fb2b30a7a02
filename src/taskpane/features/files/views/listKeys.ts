/** What a key means in the list (ARIA Authoring Practices, grid with multiple selection). Pure. */
export type ListAction =
  | { readonly kind: 'move'; readonly to: number }
  /** Moves there and chooses everything from the anchor on. */
  | { readonly kind: 'extend'; readonly to: number }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'open' }
  | { readonly kind: 'all' }
  | { readonly kind: 'find'; readonly letter: string };

export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Or Command on a Mac. */
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface ListFacts {
  readonly active: number;
  readonly count: number;
  /** Rows that are on the screen. */
  readonly page: number;
  /** The row can be opened. */
  readonly opens: boolean;
}

/** Null: the key is not the list's. */
export function listAction(
  pressed: PressedKey,
  { active, count, page, opens }: ListFacts,
): ListAction | null {
  const { key, shiftKey, altKey } = pressed;
  const command = pressed.ctrlKey || pressed.metaKey;
  if (altKey || count === 0) return null;
  if (command && key.toLowerCase() === 'a') return { kind: 'all' };
  const target = targetOf(key, active, count, page);
  if (target !== undefined) {
    // Home and End extend only with Ctrl, as in the practices; the others with Shift alone.
    const extends_ = shiftKey && (command || (key !== 'Home' && key !== 'End'));
    return { kind: extends_ ? 'extend' : 'move', to: Math.max(0, Math.min(count - 1, target)) };
  }
  if (command) return null;
  if (key === ' ') return shiftKey ? { kind: 'extend', to: active } : { kind: 'toggle' };
  if (key === 'Enter') return { kind: opens ? 'open' : 'toggle' };
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
 * The next row whose name begins with what was typed. One letter goes on from the row after this one, so that
 * pressing it again finds the next; -1: none.
 */
export function findByName(names: readonly string[], typed: string, active: number): number {
  const wanted = typed.toLocaleLowerCase();
  const from = [...typed].length === 1 ? active + 1 : active;
  for (let step = 0; step < names.length; step += 1) {
    const index = (from + step) % names.length;
    if (names[index]?.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}

import { withIdleTimeout } from './idleTimeout.ts';

/**
 * Tags the content control around the inserted content, which finds it again wherever the user types (WordApi 1.1).
 * The control is invisible.
 */
export function createMarker(control: Word.ContentControl): Marker {
  const tag = `my-files-${crypto.randomUUID()}`;
  control.tag = tag;
  control.appearance = 'Hidden';
  let text: string | null = null;
  return {
    tag,
    get text() {
      return text;
    },
    async sync(context) {
      // In the same batch as the writing, so that the user can't type in between.
      control.load('text');
      await context.sync();
      text = control.text;
    },
  };
}

export interface Marker {
  readonly tag: string;
  /** The text of the control after the last `sync`. */
  readonly text: string | null;
  /** Sends the queued writes and records the resulting text. */
  readonly sync: (context: Word.RequestContext) => Promise<void>;
}

/** Deletes the content control and its content. Returns false if the user has deleted, copied, or changed it. */
export function undoWord(
  word: Pick<typeof Word, 'run'>,
  { tag, text }: Pick<Marker, 'tag' | 'text'>,
  signal: AbortSignal,
): Promise<boolean> {
  return withIdleTimeout(
    (checkpoint) =>
      word.run(async (context) => {
        const controls = context.document.contentControls.getByTag(tag);
        controls.load('items/id,items/text');
        await context.sync();
        checkpoint();
        const [control, copy] = controls.items;
        // A copy has the same tag, and the two can't be told apart.
        if (!control || copy || control.text !== text) return false;
        control.delete(false);
        await context.sync();
        return true;
      }),
    { signal },
  );
}

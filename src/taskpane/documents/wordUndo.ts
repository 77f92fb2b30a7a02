import { withIdleTimeout } from './idleTimeout.ts';

/**
 * A content control around what was inserted is the one mark that finds it again whatever the user types elsewhere
 * (WordApi 1.1). It is not shown.
 */
export function marked(control: Word.ContentControl): Mark {
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
      // In the same batch as the writing: nobody has typed in between.
      control.load('text');
      await context.sync();
      text = control.text;
    },
  };
}

export interface Mark {
  readonly tag: string;
  /** The text of the control after the last `sync`. */
  readonly text: string | null;
  /** Writes what is queued and notes the text that results. */
  readonly sync: (context: Word.RequestContext) => Promise<void>;
}

/** Deletes the control with all that is in it. False: it is gone, or the user has changed what is in it. */
export function undoWord(
  word: Pick<typeof Word, 'run'>,
  { tag, text }: Pick<Mark, 'tag' | 'text'>,
  signal: AbortSignal,
): Promise<boolean> {
  return withIdleTimeout(
    (step) =>
      word.run(async (context) => {
        const controls = context.document.contentControls.getByTag(tag);
        controls.load('items/id,items/text');
        await context.sync();
        step();
        const [control, copy] = controls.items;
        // A copy that the user has made carries the tag too, and which one is the copy cannot be told.
        if (!control || copy || control.text !== text) return false;
        control.delete(false);
        await context.sync();
        return true;
      }),
    { signal },
  );
}

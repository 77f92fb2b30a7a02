import { whileItMoves } from './whileItMoves.ts';

/**
 * A content control around what was inserted is the one mark that finds it again whatever the user types elsewhere
 * (WordApi 1.1). It is not shown. @returns its tag
 */
export function marked(control: Word.ContentControl): string {
  const tag = `my-files-${crypto.randomUUID()}`;
  control.tag = tag;
  control.appearance = 'Hidden';
  return tag;
}

/** Takes the control out with all that is in it. False: it is gone. */
export function undoWord(word: Pick<typeof Word, 'run'>, tag: string, signal: AbortSignal): Promise<boolean> {
  return whileItMoves(
    (step) =>
      word.run(async (context) => {
        const controls = context.document.contentControls.getByTag(tag);
        controls.load('items/id');
        await context.sync();
        step();
        for (const control of controls.items) control.delete(false);
        await context.sync();
        return controls.items.length > 0;
      }),
    { signal },
  );
}

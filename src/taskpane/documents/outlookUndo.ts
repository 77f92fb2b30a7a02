import type { Undo } from './insertJob.ts';
import { asked, type BodyType, type ComposeBody } from './outlookItem.ts';
import { withIdleTimeout } from './idleTimeout.ts';

export interface OutlookUndo {
  /** Whether the body had no text before. */
  readonly wasEmpty: boolean;
  /** Notes the body after a part was written. False: what was written cannot be taken out again. */
  readonly noteWritten: () => Promise<boolean>;
  /** Gives the body back as it was. False, and nothing happens: somebody has written in it since. */
  readonly run: Undo;
}

/** setAsync takes a million characters. */
const LONGEST_BODY = 1_000_000;
/** Pictures of the body are attachments, which setAsync can lose. */
const NOT_RESTORABLE = /<(?:img|object|svg|iframe|video|audio|v:)|\bcid:/i;

/**
 * Reads the body before an insert (Mailbox 1.3). Outlook has no undo and no marks in a body: the whole of it is
 * written back, and only while it is exactly what the insert left. Null when it cannot be read.
 */
export async function outlookUndo(body: ComposeBody, coercionType: BodyType): Promise<OutlookUndo | null> {
  if (typeof body.getAsync !== 'function' || typeof body.setAsync !== 'function') return null;
  const read = () =>
    asked<string>((done) => body.getAsync(coercionType, done)).then(
      (text) => (typeof text === 'string' ? text : null),
      () => null,
    );
  const before = await read();
  if (before === null) return null;
  const isRestorable =
    before.length <= LONGEST_BODY && !(coercionType === 'html' && NOT_RESTORABLE.test(before));
  let written: string | null = null;
  return {
    wasEmpty: before.trim() === '',
    async noteWritten() {
      written = isRestorable ? await read() : null;
      return written !== null && written !== before;
    },
    run: (signal) =>
      withIdleTimeout(
        async (step) => {
          if (written === null) return false;
          const now = await read();
          step();
          if (now !== written) return false;
          await asked<void>((done) => body.setAsync(before, { coercionType }, done));
          return true;
        },
        { signal },
      ),
  };
}

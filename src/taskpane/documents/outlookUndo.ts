import type { Undo } from './insertJob.ts';
import { callOutlook, type BodyType, type ComposeBody } from './outlookItem.ts';
import { withIdleTimeout } from './idleTimeout.ts';

export interface OutlookUndo {
  /** Whether the body was empty before the insert. */
  readonly wasEmpty: boolean;
  /** Records the body after a write. Returns false if the insert can't be undone. */
  readonly recordWritten: () => Promise<boolean>;
  /** Restores the body. Returns false, and changes nothing, if the body has changed since the insert. */
  readonly run: Undo;
}

/** Characters that setAsync accepts. */
const MAX_BODY_LENGTH = 1_000_000;
/** Inline pictures are attachments, which setAsync can lose. */
const NOT_RESTORABLE = /<(?:img|object|svg|iframe|video|audio|v:)|\bcid:/i;

/**
 * Reads the body before an insert (Mailbox 1.3). Outlook has neither an undo nor markers in a body, so undoing writes back
 * the whole body, and only if it is still exactly what the insert left. Returns null if the body can't be read.
 */
export async function outlookUndo(body: ComposeBody, coercionType: BodyType): Promise<OutlookUndo | null> {
  if (typeof body.getAsync !== 'function' || typeof body.setAsync !== 'function') return null;
  const read = () =>
    callOutlook<string>((done) => body.getAsync(coercionType, done)).then(
      (text) => (typeof text === 'string' ? text : null),
      () => null,
    );
  const before = await read();
  if (before === null) return null;
  const isRestorable =
    before.length <= MAX_BODY_LENGTH && !(coercionType === 'html' && NOT_RESTORABLE.test(before));
  let written: string | null = null;
  return {
    wasEmpty: before.trim() === '',
    async recordWritten() {
      written = isRestorable ? await read() : null;
      return written !== null && written !== before;
    },
    run: (signal) =>
      withIdleTimeout(
        async (checkpoint) => {
          if (written === null) return false;
          const current = await read();
          checkpoint();
          if (current !== written) return false;
          await callOutlook<void>((done) => body.setAsync(before, { coercionType }, done));
          return true;
        },
        { signal },
      ),
  };
}

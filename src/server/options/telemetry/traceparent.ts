export interface RemoteParent {
  readonly traceId: string;
  readonly spanId: string;
  /** Bit 0: the one before us records this trace. */
  readonly traceFlags: number;
}

const FORM = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/;

/** The header as W3C Trace Context 3.2 has it; undefined when it is absent or says nothing that can be relied on. */
export function readTraceparent(header: string | undefined): RemoteParent | undefined {
  const [, traceId, spanId, flags] = FORM.exec(header ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  // Version 00 has nothing after the flags; what a later one adds may be ignored.
  if (header?.startsWith('00-') && header.length !== 55) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1 };
}

export function writeTraceparent({ traceId, spanId, traceFlags }: RemoteParent): string {
  return `00-${traceId}-${spanId}-${(traceFlags & 1).toString(16).padStart(2, '0')}`;
}

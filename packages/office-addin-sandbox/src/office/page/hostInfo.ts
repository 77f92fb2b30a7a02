import type { Application } from './applications.ts';

/** Names that one load of an add-in page goes by. */
export interface FrameIdentity {
  /** Echoed by office.js as ControlId. */
  readonly instanceId: string;
  readonly conversationId: string;
  readonly correlationId: string;
}

export function newFrameIdentity(instanceId: string = crypto.randomUUID()): FrameIdentity {
  return {
    instanceId,
    conversationId: crypto.randomUUID().replaceAll('-', '').slice(0, 15),
    correlationId: crypto.randomUUID(),
  };
}

/** Eight fields by position; `disableLogging` keeps office.js from sending telemetry to Microsoft. */
export function hostInfo(
  app: Application,
  locale: string,
  identity: FrameIdentity,
  kind: 'pane' | 'dialog' = 'pane',
): string {
  const role = kind === 'dialog' ? 'isDialog' : '';
  return [app.name, 'Web', '16.01', locale, identity.correlationId, role, 'disableLogging', '0'].join('$');
}

/** Where office.js looks first; the frame's name carries the same for pages that drop the query. */
export function withHostInfo(url: string, info: string): string {
  const address = new URL(url);
  const rest = address.search === '' ? '?' : `${address.search}&`;
  return `${address.origin}${address.pathname}${rest}_host_Info=${encodeURIComponent(info)}${address.hash}`;
}

/**
 * The iframe's name: JSON, because office.js parses it when it opens a dialog. `hostUrl` must be the address
 * under which this page runs: its origin is the only one that office.js will talk to. `extra` is for our prelude.
 */
export function frameName(
  info: string,
  identity: FrameIdentity,
  hostUrl: string,
  extra: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    baseFrameName: `_xdm_${identity.instanceId}`,
    hostInfo: info,
    xdmInfo: [identity.conversationId, identity.instanceId, hostUrl].join('|'),
    serializerVersion: 1,
    flights: '[]',
    disabledChangeGates: [],
    ...extra,
  });
}

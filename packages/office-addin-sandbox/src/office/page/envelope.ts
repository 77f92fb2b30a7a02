/** Messages between office.js and its host: JSON text by postMessage, with members that start with `_`. */

export const actionType = { invoke: 0, register: 1, unregister: 2 } as const;
export type ActionType = (typeof actionType)[keyof typeof actionType];

export interface Request {
  readonly actionName: string;
  readonly actionType: ActionType;
  readonly conversationId: string;
  readonly correlationId: number;
  readonly data: unknown;
}

/** Returns undefined for any other message: frames also receive messages of other senders. */
export function parseRequest(payload: unknown): Request | undefined {
  if (typeof payload !== 'string') return undefined;
  const message = parseObject(payload);
  if (message?.['_messageType'] !== 0) return undefined;
  const { _actionName, _actionType, _conversationId, _correlationId, _data } = message;
  if (typeof _actionName !== 'string' || typeof _conversationId !== 'string') return undefined;
  if (typeof _correlationId !== 'number') return undefined;
  if (_actionType !== 0 && _actionType !== 1 && _actionType !== 2) return undefined;
  return {
    actionName: _actionName,
    actionType: _actionType,
    conversationId: _conversationId,
    correlationId: _correlationId,
    data: _data,
  };
}

export interface Response {
  readonly actionName: string;
  readonly conversationId: string;
  readonly correlationId: number;
  readonly data: unknown;
  /** 0: success, -2: the host failed. */
  readonly errorCode?: number;
  readonly event?: boolean;
}

export function serializeResponse(response: Response, origin: string): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: response.actionName,
    _conversationId: response.conversationId,
    _correlationId: response.correlationId,
    _errorCode: response.errorCode ?? 0,
    _responseType: response.event ? 1 : 0,
    _origin: origin,
    _serializerVersion: 1,
    _data: response.data,
  });
}

/** Serializes a call to the add-in. office.js listens on the conversation id with the suffix `_ntf` and doesn't respond. */
export function serializeNotification(conversationId: string, data: unknown, origin: string): string {
  return JSON.stringify({
    _messageType: 0,
    _actionName: 'Office_notifyAgave',
    _actionType: 0,
    _conversationId: `${conversationId}_ntf`,
    _correlationId: 0,
    _origin: origin,
    _serializerVersion: 1,
    _data: data,
  });
}

export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

import { describe, expect, it } from 'vitest';
import { parseRequest, serializeNotification, serializeResponse } from './envelope.ts';

const request = {
  _messageType: 0,
  _actionName: 'executeMethod',
  _actionType: 0,
  _conversationId: 'c1',
  _correlationId: 14,
  _data: { a: 1 },
};

describe('parseRequest', () => {
  it('parses a request of office.js', () => {
    expect(parseRequest(JSON.stringify(request))).toEqual({
      actionName: 'executeMethod',
      actionType: 0,
      conversationId: 'c1',
      correlationId: 14,
      data: { a: 1 },
    });
  });

  it.each([
    ['an object', request],
    ['text that is not JSON', '{'],
    ['null', 'null'],
    ['an answer', JSON.stringify({ ...request, _messageType: 1 })],
    ['no conversation', JSON.stringify({ ...request, _conversationId: 7 })],
    ['no correlation id', JSON.stringify({ ...request, _correlationId: '14' })],
    ['an unknown action type', JSON.stringify({ ...request, _actionType: 3 })],
  ])('returns undefined for %s', (_what, payload) => {
    expect(parseRequest(payload)).toBeUndefined();
  });
});

describe('messages of the host', () => {
  it('respond with the action name and ids of the request', () => {
    const text = serializeResponse(
      { actionName: 'x', conversationId: 'c1', correlationId: 3, data: null },
      'https://localhost:3001',
    );
    expect(JSON.parse(text)).toEqual({
      _messageType: 1,
      _actionName: 'x',
      _conversationId: 'c1',
      _correlationId: 3,
      _errorCode: 0,
      _responseType: 0,
      _origin: 'https://localhost:3001',
      _serializerVersion: 1,
      _data: null,
    });
  });

  it('mark events, and call the add-in in a separate conversation', () => {
    const event = serializeResponse(
      { actionName: 'x', conversationId: 'c1', correlationId: 3, data: {}, event: true },
      'https://h',
    );
    expect(JSON.parse(event)).toMatchObject({ _responseType: 1 });
    expect(JSON.parse(serializeNotification('c1', [4], 'https://h'))).toMatchObject({
      _conversationId: 'c1_ntf',
      _actionName: 'Office_notifyAgave',
      _data: [4],
    });
  });
});

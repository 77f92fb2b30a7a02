import { expect, it } from 'vitest';
import { applications } from './applications.ts';
import { frameName, hostInfo, newFrameIdentity, withHostInfo } from './hostInfo.ts';

const identity = { instanceId: 'i', conversationId: 'c', correlationId: 'k' };

it('returns the fields of the host info in order', () => {
  expect(hostInfo(applications.word, 'ja-JP', identity)).toBe('Word$Web$16.01$ja-JP$k$$disableLogging$0');
  expect(hostInfo(applications.outlook, 'en-US', identity, { kind: 'dialog' }).split('$')[5]).toBe(
    'isDialog',
  );
});

it("keeps the query and fragment of the add-in's address", () => {
  expect(withHostInfo('https://a.example/p', 'W$1')).toBe('https://a.example/p?_host_Info=W%241');
  expect(withHostInfo('https://a.example/p?x=1#f', 'W')).toBe('https://a.example/p?x=1&_host_Info=W#f');
});

it('returns a frame name with the JSON that office.js expects', () => {
  const name = JSON.parse(frameName('W', identity, 'https://h.example/?app=word', { more: 1 })) as object;
  expect(name).toMatchObject({
    hostInfo: 'W',
    xdmInfo: 'c|i|https://h.example/?app=word',
    serializerVersion: 1,
    flights: '[]',
    more: 1,
  });
});

it('returns unique ids for each frame, and the instance id of the pane for a dialog', () => {
  const [one, two] = [newFrameIdentity(), newFrameIdentity('pane')];
  expect(one.conversationId).not.toBe(two.conversationId);
  expect(one.conversationId).toMatch(/^[0-9a-f]{15}$/);
  expect(two.instanceId).toBe('pane');
});

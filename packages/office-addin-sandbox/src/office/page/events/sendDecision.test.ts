import { describe, expect, it } from 'vitest';
import type { HandlerResult } from '../../../control/launchEvents.ts';
import type { SendMode } from '../../../manifest/launchEvents.ts';
import { testAddin } from '../../../testing/addins.ts';
import { changeFor, eventData, labelOf, modeFor, type DeclaredHandler } from './launchEventList.ts';
import { decideSend, longRunning } from './sendDecision.ts';

const handler = (sendMode?: SendMode): DeclaredHandler => ({
  addin: testAddin('Guard', 'https://addin.example'),
  event: {
    type: 'OnMessageSend',
    functionName: 'onSend',
    page: { default: 'https://addin.example/events.html', overrides: {} },
    ...(sendMode ? { sendMode } : {}),
  },
});
const ended = (answer: HandlerResult['answer'], options: HandlerResult['options'] = {}): HandlerResult => ({
  addin: 'Guard',
  functionName: 'onSend',
  runtime: 'page',
  answer,
  options,
});
const decide = (result: HandlerResult, mode?: SendMode) => decideSend([result], [handler(mode)], 'en-US');
const alert = (message: string, ...buttons: string[]) => ({ sent: false, alert: { message, buttons } });

describe('decideSend', () => {
  it('sends if every handler permits it', () => {
    const allowed = ended('completed', { allowEvent: true });
    expect(decideSend([allowed, allowed], [handler(), handler('block')], 'en-US')).toEqual({ sent: true });
    expect(decideSend([], [], 'en-US')).toEqual({ sent: true });
  });

  it.each([
    ['promptUser', ['Send Anyway', "Don't Send"]],
    ['softBlock', ["Don't Send"]],
    ['block', ["Don't Send"]],
    [undefined, ["Don't Send"]],
  ] as const)('offers the buttons of %s', (mode, buttons) => {
    const refused = ended('completed', { allowEvent: false, errorMessage: 'No subject.' });
    expect(decide(refused, mode)).toEqual(alert('No subject.', ...buttons));
  });

  it('shows a default message, and lets the handler override the mode of the manifest', () => {
    expect(decide(ended('completed', { allowEvent: false }))).toMatchObject({
      alert: { message: 'Guard is preventing this email from being sent.' },
    });
    const overriding = ended('completed', { allowEvent: false, sendModeOverride: 'promptUser' });
    expect(decide(overriding, 'block')).toMatchObject({ alert: { buttons: ['Send Anyway', "Don't Send"] } });
  });

  it('offers the action of the handler', () => {
    const options = { allowEvent: false, errorMessage: 'x', commandId: 'Pane', cancelLabel: 'Add subject' };
    expect(decide(ended('completed', options))).toEqual({
      ...alert('x', 'Add subject', "Don't Send"),
      action: { label: 'Add subject', commandId: 'Pane' },
    });
  });

  it.each([
    ['timeout', 'promptUser', ['Send Anyway', "Don't Send"]],
    ['timeout', 'softBlock', ["Don't Send"]],
    ['unavailable', 'promptUser', ['Send Anyway', 'Try Later']],
    ['unavailable', 'softBlock', ['Send Anyway', 'Try Later']],
    ['unavailable', 'block', ["Don't Send"]],
    [11101, 'block', ["Don't Send"]],
  ] as const)('handles %s with %s', (answer, mode, buttons) => {
    expect(decide(ended(answer), mode)).toMatchObject({ sent: false, alert: { buttons } });
  });
});

it('lets the user send during a long check only if all handlers prompt the user', () => {
  expect(longRunning([handler('promptUser')], 'en-US').buttons).toEqual(['Send Anyway', "Don't Send"]);
  expect(longRunning([handler('promptUser'), handler('block')], 'en-US').buttons).toEqual([]);
});

it.each([
  ['OnNewMessageCompose', 'New message', 'compose'],
  ['OnAppointmentSend', 'Send appointment', 'appointment-compose'],
  ['OnSensitivityLabelChanged', 'Sensitivity label changed', undefined],
])('names %s "%s" and opens the item for it', (type, label, mode) => {
  expect([labelOf(type), modeFor(type)]).toEqual([label, mode]);
});

it('adds what an event is about', () => {
  expect(changeFor('OnMessageRecipientsChanged')).toMatchObject({ method: 22 });
  expect(changeFor('OnMessageSend')).toBeUndefined();
  expect(eventData('OnAppointmentAttachmentsChanged')).toMatchObject({ attachmentStatus: 'added' });
});

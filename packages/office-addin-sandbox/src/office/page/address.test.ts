import { expect, it } from 'vitest';
import { readAddress, writeAddress } from './address.ts';

it('defaults to Word in English, 350 pixels wide, without a scenario', () => {
  expect(readAddress('')).toEqual({
    app: 'word',
    locale: 'en-US',
    mode: 'compose',
    eventRuntime: 'page',
    width: 350,
  });
  expect(writeAddress(readAddress(''))).toBe('?app=word');
});

it('writes the same address that it reads', () => {
  const search =
    '?app=outlook&scenario=sso-13005&user=lee&signedIn=false&locale=ar-SA&theme=dark' +
    '&pane=https%3A%2F%2Flocalhost%3A3000%2Fother.html&mode=read&width=450';
  expect(writeAddress(readAddress(search))).toBe(search);
});

it('preserves special characters of a composed scenario', () => {
  const composed = JSON.stringify({ profile: { displayName: 'Zoë & "co" #1 =?' }, obo: [{ aadsts: 50076 }] });
  const address = { ...readAddress('?app=excel&theme=light'), composed };
  expect(readAddress(writeAddress(address))).toEqual(address);
});

it('prefers a composed scenario to a named one', () => {
  expect(readAddress('?scenario=sso-13005&composed={}')).not.toHaveProperty('scenario');
});

it.each([
  ['?app=access', { app: 'word' }],
  ['?locale=../../evil', { locale: 'en-US' }],
  ['?width=5', { width: 280 }],
  ['?width=99999', { width: 900 }],
  ['?width=wide', { width: 350 }],
])('corrects %s', (search, expected) => {
  expect(readAddress(search)).toMatchObject(expected);
});

it.each(['?pane=javascript:alert(1)', '?pane=http://plain.example/', '?user=nobody', '?theme=pink'])(
  'ignores %s',
  (search) => {
    expect(readAddress(search)).toEqual(readAddress(''));
  },
);

it.each([
  ['phone', 'iOS', '?app=outlook&form=phone'],
  ['ios', 'iOS', '?app=outlook&form=phone'],
  ['android', 'Android', '?app=outlook&form=android'],
])('opens received messages on a phone with form=%s', (form, phone, written) => {
  const address = readAddress(`?app=outlook&form=${form}`);
  expect(address).toMatchObject({ phone, mode: 'read' });
  expect(writeAddress(address)).toBe(written);
  expect(writeAddress(readAddress(`${written}&mode=compose`))).toBe(`${written}&mode=compose`);
});

it('ignores an unknown form', () => {
  expect(readAddress('?form=watch')).toEqual(readAddress(''));
});

it('keeps the kind of item and the runtime of event handlers', () => {
  const search = '?app=outlook&mode=appointment-compose&eventRuntime=script';
  expect(readAddress(search)).toMatchObject({ mode: 'appointment-compose', eventRuntime: 'script' });
  expect(writeAddress(readAddress(search))).toBe(search);
  expect(readAddress('?mode=other&eventRuntime=other')).toMatchObject({
    mode: 'compose',
    eventRuntime: 'page',
  });
});

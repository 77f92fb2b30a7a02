/* oxlint-disable typescript/no-unsafe-call, typescript/no-unsafe-member-access -- members are called by name, as office.js does */
import { expect, it } from 'vitest';
import { richClient } from '../../../testing/richClient.ts';
import { bagOf, StoredObject } from './apiObject.ts';

const stored = (type: string) => {
  const properties: Record<string, unknown> = {};
  return { ...richClient(new StoredObject(type, bagOf(properties), type)), properties };
};

it('stores the color of a fill under the property that reads it', () => {
  const { root, absent } = stored('Excel.Shape');
  root['fill'].setSolidColor('#FF0000');
  expect(root['fill'].foregroundColor).toBe('#FF0000');
  root['fill'].clear();
  expect(root['fill'].foregroundColor).toBe('');
  expect(absent).toEqual([]);
});

it('returns what set methods have stored, and reports get methods without a value', () => {
  const { root, properties, absent } = stored('Excel.CustomXmlPart');
  root['getXml']();
  expect(absent).toEqual(['Excel.CustomXmlPart.getXml']);
  root['setXml']('<a/>');
  expect(root['getXml']()).toBe('<a/>');
  expect(properties).toEqual({ xml: '<a/>' });
});

it('stores several arguments by name, and adds increments', () => {
  const { root, properties } = stored('Excel.PageLayout');
  root['setPrintMargins']('Points', { top: 1 });
  expect(properties).toEqual({ printMargins: { unit: 'Points', marginOptions: { top: 1 } } });
  const shape = stored('Excel.Shape');
  shape.root['incrementLeft'](5);
  shape.root['incrementLeft'](-2);
  expect(shape.root['left']).toBe(3);
});

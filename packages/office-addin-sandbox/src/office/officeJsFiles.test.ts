import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { officeJsFiles } from './officeJsFiles.ts';

const server = createServer(express().use('/office-js', await officeJsFiles('"use strict"; /* prelude */')));
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/office-js`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const get = async (path: string) => {
  const response = await fetch(origin + path);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

it.each(['word-web-16.00.js', 'outlook-web-16.01.js', 'excel-web-16.00.debug.js'])(
  'serves %s with the prelude, without making office.js strict',
  async (name) => {
    const { text, headers } = await get(`/${name}`);
    expect(text.startsWith(';"use strict"; /* prelude */\n')).toBe(true);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  },
);

it.each(['office.js', 'en-us/office_strings.js', 'EN-US/Office_Strings.js'])(
  'serves %s unchanged',
  async (name) => {
    const { status, text, headers } = await get(`/${name}`);
    expect(status).toBe(200);
    expect(text).not.toContain('/* prelude */');
    expect(headers.get('content-type')).toContain('javascript');
  },
);

it('downloads from an address, and names an address that has no office.js', async () => {
  const copy = createServer(express().use(await officeJsFiles('/* prelude */', `${origin}/office.js`)));
  await new Promise<void>((resolve) => copy.listen(0, '127.0.0.1', resolve));
  const response = await fetch(`http://127.0.0.1:${(copy.address() as AddressInfo).port}/office.js`);
  expect(await response.text()).toBe((await get('/office.js')).text);
  await new Promise((resolve) => copy.close(resolve));

  await expect(officeJsFiles('', `${origin}/none.js`)).rejects.toThrow(
    '/none.js: The server has no such file.',
  );
  await expect(officeJsFiles('', 'http://127.0.0.1:1/office.js')).rejects.toThrow(
    /--office-js: Can't download http:\/\/127\.0\.0\.1:1/,
  );
});

it.each(['/', '/none.js', '/%2e%2e/package.json', '/..%2fpackage.json', '/%00', '/%E0%A4%A', '/en-us'])(
  'returns an error for %s',
  async (path) => {
    expect((await get(path)).status).toBeGreaterThanOrEqual(400);
  },
);

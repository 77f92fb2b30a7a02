import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellQuote } from './sideload.ts';
import { applications } from './project.ts';
import { readSideloadOptions, sideloadStep } from './sideloadPlan.ts';

const document = 'https://contoso.sharepoint.com/:w:/r/a.docx?d=1&e=2';

describe('the arguments of npm start', () => {
  it('are Word on the desktop when nothing is said', () => {
    expect(readSideloadOptions([], applications)).toEqual({
      application: 'word',
      platform: 'desktop',
      document: undefined,
    });
  });

  it('name application, platform and document', () => {
    expect(
      readSideloadOptions(['--app', 'excel', '--platform=web', '--document', document], applications),
    ).toEqual({
      application: 'excel',
      platform: 'web',
      document,
    });
  });

  it('are the only application of an add-in for one, and no other', () => {
    expect(readSideloadOptions([], ['outlook']).application).toBe('outlook');
    expect(() => readSideloadOptions(['--app', 'word'], ['outlook'])).toThrow(
      '--app has to be one of: outlook.',
    );
  });

  it.each([
    [['--app', 'access'], /--app has to be one of: word, excel, powerpoint, outlook/u],
    [['--app'], /--app/u],
    [['--platform', 'phone'], /--platform has to be one of: desktop, web/u],
    [['--host', 'word'], /Usage: npm start -- \[--app/u],
    [['word'], /Usage: npm start -- \[--app/u],
    [['--document', document], /goes with --platform web/u],
    [['--platform', 'web', '--document', 'C:\\a.docx'], /https address/u],
    [['--platform', 'web', '--app', 'outlook', '--document', document], /not for Outlook/u],
  ])('%j are refused with a clear sentence', (args, message) => {
    expect(() => readSideloadOptions(args, applications)).toThrow(message);
  });
});

describe('sideloading', () => {
  const desktop = (application: (typeof applications)[number]) =>
    ({ application, platform: 'desktop', document: undefined }) as const;

  it.each(applications)(
    'of %s on the desktop is a command on Windows and Mac, by hand on Linux',
    (application) => {
      for (const system of ['win32', 'darwin'] as const) {
        const step = sideloadStep(desktop(application), '/p/m.xml', system);
        expect(step).toMatchObject({
          kind: 'command',
          args: ['start', '/p/m.xml', 'desktop', '--app', application, '--no-debug'],
        });
      }
      expect(sideloadStep(desktop(application), '/p/m.xml', 'linux').kind).toBe('by-hand');
    },
  );

  it('names the folder on the Mac', () => {
    const step = sideloadStep(desktop('excel'), '/p/m.xml', 'darwin');
    expect(step).toMatchObject({
      byHand: [expect.stringContaining('com.microsoft.Excel/Data/Documents/wef')],
    });
  });

  it('on the web opens the document, or says the page for the upload', () => {
    const web = { application: 'word', platform: 'web', document } as const;
    expect(sideloadStep(web, 'm.xml', 'linux')).toMatchObject({
      kind: 'command',
      args: expect.arrayContaining([document]) as string[],
    });
    expect(sideloadStep({ ...web, document: undefined }, 'm.xml', 'win32')).toMatchObject({
      kind: 'by-hand',
      sentences: [expect.stringContaining('Upload My Add-in'), expect.stringContaining('--document')],
    });
    expect(
      sideloadStep({ ...web, application: 'outlook', document: undefined }, 'm.xml', 'win32'),
    ).toMatchObject({
      kind: 'by-hand',
      sentences: [
        expect.stringContaining('aka.ms/olksideload'),
        expect.stringContaining('FOR_MS_GRAPH_ACCESS'),
      ],
    });
  });
});

it.skipIf(process.platform === 'win32')('a quoted argument reaches the program as it is', () => {
  const text = `https://a.test/$(id)\`id\`;'"?a=1&b=%PATH%`;
  const print = shellQuote('process.stdout.write(process.argv[1])', 'linux');
  const out = execFileSync('/bin/sh', ['-c', `node -e ${print} ${shellQuote(text, 'linux')}`]);
  expect(out.toString()).toBe(text);
});

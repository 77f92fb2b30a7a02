import { afterEach, describe, expect, it, vi } from 'vitest';
import { filesTexts } from '../features/files/files.ts';
import { loadStrings as load, type TextSource } from './index.ts';
import { messageOf } from './messages.ts';

const loadStrings = (locale: string) => load(locale, [filesTexts]);

describe('loadStrings', () => {
  it('returns the texts of the language with its tag and direction', async () => {
    expect(await loadStrings('ar-SA')).toMatchObject({ language: 'ar', dir: 'rtl' });
    expect(await loadStrings('pt-PT')).toMatchObject({ language: 'pt-BR', dir: 'ltr' });
    expect((await loadStrings('de-DE')).t('signIn')).toBe('Anmelden');
  });

  it('returns English for an unsupported language', async () => {
    const strings = await loadStrings('tlh');
    expect(strings).toMatchObject({ language: 'en', dir: 'ltr' });
    expect(messageOf(strings, 'offline').title).toBe('No connection');
  });
});

describe('loadStrings, if the texts do not load', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.doUnmock('./languages/ar.ts');
    vi.resetModules();
  });

  async function loadArabic(chunk: () => Promise<never>) {
    vi.resetModules();
    vi.doMock('./languages/ar.ts', chunk);
    const fresh = await import('./index.ts');
    return fresh.loadStrings('ar-SA');
  }

  it('returns English, left to right, when loading fails', async () => {
    const strings = await loadArabic(() => Promise.reject(new Error('offline')));
    expect(strings).toMatchObject({ language: 'en', dir: 'ltr' });
    expect(strings.number(5)).toBe('5');
  });

  it('returns English when loading takes too long', async () => {
    vi.useFakeTimers();
    const loading = loadArabic(() => new Promise(() => undefined));
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    await vi.advanceTimersByTimeAsync(5000);
    expect((await loading).language).toBe('en');
  });
});

describe('t', () => {
  it('uses the plural form and the number format of the language', async () => {
    const { t } = (await loadStrings('en-US')).with(filesTexts);
    expect(t('insert', { count: 1 })).toBe('Insert 1 file');
    expect(t('insert', { count: 2 })).toBe('Insert 2 files');
    expect(t('insert', { count: 12_000 })).toBe('Insert 12,000 files');
    const arabic = (await loadStrings('ar-EG')).with(filesTexts);
    expect([0, 1, 2, 3, 11, 100].map((count) => arabic.t('insert', { count }))).toEqual([
      'إدراج',
      'إدراج ملف واحد',
      'إدراج ملفين',
      'إدراج ٣ ملفات',
      'إدراج ١١ ملفًا',
      'إدراج ١٠٠ ملف',
    ]);
    const portuguese = (await loadStrings('pt-BR')).with(filesTexts);
    expect(portuguese.t('insert', { count: 1_000_000 })).toBe('Inserir 1.000.000 de arquivos');
  });

  it('isolates names', async () => {
    const { t } = await loadStrings('en');
    expect(t('signedInAs', { name: 'ליאור' })).toBe('Signed in as \u2068ליאור\u2069');
    // Control characters that would end the isolation and override the rest of the sentence.
    expect(t('signedInAs', { name: 'A\u2069\u202EB' })).toBe('Signed in as \u2068AB\u2069');
    // Placeholders and replacement patterns in a name have no meaning.
    expect(t('signedInAs', { name: '{name} $& $1' })).toBe('Signed in as \u2068{name} $& $1\u2069');
  });

  it('requires exactly the placeholders of the text, by type', async () => {
    const { t } = (await loadStrings('en')).with(filesTexts);
    // @ts-expect-error a count is missing
    expect(t('insert')).toContain('files');
    // @ts-expect-error a count is a number
    expect(t('insert', { count: '2' })).toContain('2');
    // @ts-expect-error this text has no placeholder
    expect(t('signIn', { name: 'Ada' })).toBe('Sign in');
  });
});

describe('texts of a part', () => {
  const source = (load: TextSource['load']) => ({ english: { hello: 'Hello', bye: 'Bye' }, load }) as const;

  it('are English where a translation is missing', async () => {
    const part = source(() => Promise.resolve({ default: { hello: 'Hallo' } }));
    const { t } = (await load('de-DE', [part])).with(part);
    expect([t('hello'), t('bye'), t('signIn')]).toEqual(['Hallo', 'Bye', 'Anmelden']);
  });

  it('are English when they cannot be loaded; the shared texts are not', async () => {
    const part = source(() => Promise.reject(new Error('no such file')));
    const { t } = (await load('de-DE', [part])).with(part);
    expect([t('hello'), t('signIn')]).toEqual(['Hello', 'Anmelden']);
  });
});

import { describe, expect, it } from 'vitest';
import { content, file, files, office } from '../../../tests/support/documents.ts';
import type { Undo } from './index.ts';
import { insertIntoWord, tableValues } from './word.ts';

describe('Word', () => {
  function document() {
    const links: [row: number, address: string][] = [];
    const tables: unknown[][] = [];
    let syncs = 0;
    const table = {
      addRows: (...parts: unknown[]) => tables.push(parts),
      getCell: (row: number) => ({
        body: {
          getRange: () => ({
            set hyperlink(address: string) {
              links.push([row, address]);
            },
          }),
        },
      }),
    };
    const lines: { text: string; link?: string }[] = [];
    const paragraph = () => {
      const line: { text: string; link?: string } = { text: '' };
      lines.push(line);
      return {
        startNewList: () => undefined,
        insertText: (text: string) => {
          line.text = text + line.text;
          return {
            set hyperlink(address: string) {
              line.link = address;
            },
          };
        },
        insertContentControl: () => control,
      };
    };
    const control = {
      insertParagraph: paragraph,
      load: () => undefined,
      text: 'as inserted',
      delete: () => void (deleted += 1),
    };
    let controls = [control];
    let deleted = 0;
    Object.assign(table, { insertContentControl: () => control });
    const selection = {
      insertTable: (...parts: unknown[]) => (tables.push(parts), table),
      insertParagraph: paragraph,
    };
    const context = {
      document: {
        getSelection: () => selection,
        contentControls: { getByTag: () => ({ items: controls, load: () => undefined }) },
      },
      sync: () => Promise.resolve(void (syncs += 1)),
    };
    const word = { run: (batch: (c: unknown) => Promise<unknown>) => batch(context) };
    return {
      word: word as unknown as Pick<typeof Word, 'run'>,
      links,
      lines,
      tables,
      syncs: () => syncs,
      control,
      deleted: () => deleted,
      copy: () => (controls = [control, control]),
    };
  }

  it('inserts a table of plain values and links the names', async () => {
    const { word, links, tables } = document();
    const chosen = [file({ name: '<b>x</b>' }), file({ webUrl: 'javascript:alert(1)' }), file()];
    const result = await insertIntoWord(office(), word, content(chosen));
    expect(result).toEqual({ count: 3, place: { kind: 'selection' } });
    const [header, ...rows] = tableValues(content(chosen));
    expect(tables).toEqual([
      [1, 3, 'After', [header]],
      ['End', 3, rows],
    ]);
    expect(tableValues(content(chosen))[1]?.[0]).toBe('<b>x</b>');
    expect(links.map(([row]) => row)).toEqual([1, 3]);
  });

  it('inserts a list, or only links, with the address on the name', async () => {
    const list = document();
    await insertIntoWord(office(), list.word, { ...content(files(2)), format: 'list' });
    expect(list.lines).toEqual([
      { text: 'File 0.txt (d:2026-11-22, 1200 B)', link: file().link },
      { text: 'File 1.txt (d:2026-11-22, 1200 B)', link: file().link },
    ]);
    const links = document();
    await insertIntoWord(office(), links.word, { ...content(files(450)), format: 'links' });
    expect(links.lines).toHaveLength(450);
    expect(links.lines[1]).toEqual({ text: 'File 1.txt', link: file().link });
  });

  it('writes 1,000 rows in chunks, each with its links', async () => {
    const { word, links, tables, syncs } = document();
    await insertIntoWord(office(), word, content(files(1000)));
    expect(tables.map(([, count]) => count)).toEqual([3, 200, 200, 200, 200, 200]);
    expect(links).toHaveLength(1000);
    expect(syncs()).toBe(6);
  });

  it.each<[string, (made: ReturnType<typeof document>) => void, boolean]>([
    ['deletes unchanged content', () => undefined, true],
    ['keeps content that the user has typed in', ({ control }) => (control.text += '!'), false],
    ['keeps content that the user has copied', ({ copy }) => copy(), false],
  ])('undo %s', async (_name, change, expected) => {
    for (const format of ['table', 'list', 'links'] as const) {
      const made = document();
      let undo: Undo | undefined;
      const onUndo = (offered: Undo) => (undo = offered);
      await insertIntoWord(office(), made.word, { ...content(files(3)), format, onUndo });
      change(made);
      expect(await undo?.(new AbortController().signal)).toBe(expected);
      expect(made.deleted()).toBe(expected ? 1 : 0);
    }
  });

  it('leaves complete rows after a cancel, and reports how many', async () => {
    const { word, links, tables } = document();
    const cancel = new AbortController();
    const reported: number[] = [];
    const onProgress = (done: number) => {
      reported.push(done);
      if (done === 400) cancel.abort();
    };
    const job = { ...content(files(1000)), signal: cancel.signal, onProgress };
    await expect(insertIntoWord(office(), word, job)).rejects.toMatchObject({ name: 'AbortError' });
    expect(reported).toEqual([200, 400]);
    expect(tables).toHaveLength(3);
    expect(links).toHaveLength(400);
  });
});

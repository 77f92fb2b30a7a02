// @vitest-environment happy-dom
/* oxlint-disable typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-argument, typescript/no-unsafe-assignment, typescript/no-unsafe-return -- members are called by name, as office.js does */
import { describe, expect, it } from 'vitest';
import { excelDocument } from '../office/page/documents/excel/excelDocument.ts';
import { powerPointDocument } from '../office/page/documents/powerpoint/powerPointDocument.ts';
import type { OfficeDocument } from '../office/page/documents/officeDocument.ts';
import { mailboxMethod, mailboxMethods } from '../office/page/documents/outlook/mailboxMethods.ts';
import { MessageModel } from '../office/page/documents/outlook/messageModel.ts';
import { wordDocument } from '../office/page/documents/word/wordDocument.ts';
import { calledMembers, richClient, type RichObject } from '../testing/richClient.ts';
import { executeMethod } from '../office/page/executeMethod.ts';
import { implementedMembers } from './implemented.ts';

const open = (document: OfficeDocument) => {
  if (!document.root) throw new Error('The document has no object model.');
  return { ...richClient(document.root), document };
};
const names = (items: RichObject[], property: string): unknown[] =>
  items.map((item) => item[property] as unknown);

describe('Word', () => {
  const withParagraphs = (...texts: string[]) => {
    const word = open(wordDocument());
    for (const text of texts) word.root['body'].insertParagraph(text, 'End');
    return { ...word, body: word.root['body'] as RichObject };
  };

  it('finds text with options, and replaces each match', () => {
    const { body } = withParagraphs('One two one.', 'None');
    expect(names(body['search']('one').items, 'text')).toEqual(['One', 'one', 'one']);
    expect(names(body['search']('one', { matchCase: true, matchWholeWord: true }).items, 'text')).toEqual([
      'one',
    ]);
    expect(names(body['search']('t?o', { matchWildcards: true }).items, 'text')).toEqual(['two']);
    for (const match of body['search']('one', { matchWholeWord: true }).items)
      match.insertText('three', 'Replace');
    expect(body['text']).toBe('three two three.\nNone');
  });

  it('has a paragraph at the selection, also in an empty document', () => {
    const { root } = open(wordDocument());
    const paragraph = root['getSelection']().paragraphs.getFirst();
    expect(paragraph.text).toBe('');
    paragraph.insertText('Hello', 'Start');
    expect(root['body'].text).toBe('Hello');
    root['body'].search('ell').getFirst().select();
    expect(root['getSelection']().text).toBe('ell');
  });

  it('keeps the empty paragraph of a new document after what is inserted at its start', () => {
    const { body, document } = withParagraphs();
    body['insertParagraph']('First', 'Start');
    expect(names(body['paragraphs'].items, 'text')).toEqual(['First', '']);
    body['paragraphs'].getLast().insertText('Second', 'Replace');
    expect(document.content()).toMatchObject([{ text: 'First' }, { text: 'Second' }]);
    expect(names(body['paragraphs'].items, 'text')).toEqual(['First', 'Second']);
    expect(names(body['search']('Add-ins').items, 'text')).toEqual([]);
  });

  it('stores the font of a part of a paragraph, and moves it with the text', () => {
    const { body, document } = withParagraphs('One two');
    body['search']('two').getFirst().font.color = '#FF0000';
    body['paragraphs'].getFirst().insertText('Zero ', 'Start');
    expect(document.content()).toMatchObject([
      { text: 'Zero One two', properties: { spans: [{ start: 9, end: 12, font: { color: '#FF0000' } }] } },
    ]);
    expect(body['search']('two').getFirst().font.color).toBe('#FF0000');
    expect(body['search']('One').getFirst().font.color).toBe('');
  });

  it('compares, expands and intersects ranges', () => {
    const { body } = withParagraphs('One two three', 'Four');
    const find = (text: string) => body['search'](text).getFirst();
    expect(find('One').compareLocationWith(find('two'))).toBe('Before');
    expect(find('two').compareLocationWith(body['paragraphs'].getFirst().getRange())).toBe('Inside');
    expect(find('One').expandTo(find('three')).text).toBe('One two three');
    expect(find('three').expandToOrNullObject(find('Four')).text).toBe('three\nFour');
    expect(find('One two').intersectWith(find('two three')).text).toBe('two');
    expect(find('One').intersectWithOrNullObject(find('Four'))).toBeNull();
    expect(find('One').getNextTextRange([' '], true).text).toBe('two');
    expect(find('Four').getNextTextRangeOrNullObject([' '])).toBeNull();
    expect(find('One').isEmpty).toBe(false);
  });

  it('splits paragraphs and ranges', () => {
    const { body } = withParagraphs('One. Two. Three.');
    const first = body['paragraphs'].getFirst();
    expect(names(first.getTextRanges(['.'], true).items, 'text')).toEqual(['One.', 'Two.', 'Three.']);
    expect(names(first.split(['.'], true, true).items, 'text')).toEqual(['One', 'Two', 'Three']);
    expect(names(first.getRange().split([' ']).items, 'text')).toEqual(['One. ', 'Two. ', 'Three.']);
    expect(names(first.getRange().getTextRanges([' '], true).items, 'text')).toEqual([
      'One.',
      'Two.',
      'Three.',
    ]);
  });

  it('navigates between paragraphs, and deletes and clears them', () => {
    const { body } = withParagraphs('a', 'b', 'c');
    const [, second, third] = body['paragraphs'].items as RichObject[];
    expect(second?.['getNext']().text).toBe('c');
    expect(second?.['getPrevious']().text).toBe('a');
    expect(third?.['getNextOrNullObject']()).toBeNull();
    expect(second?.['getPreviousOrNullObject']().getPreviousOrNullObject()).toBeNull();
    expect([second?.['isLastParagraph'], third?.['isLastParagraph']]).toEqual([false, true]);
    expect([second?.['tableNestingLevel'], second?.['uniqueLocalId'], second?.['isListItem']]).toEqual([
      0,
      'P2',
      false,
    ]);
    second?.['delete']();
    third?.['clear']();
    expect(body['text']).toBe('a\n');
    body['clear']();
    expect(body['text']).toBe('');
  });

  it('inserts OOXML as text, and names what it drops', () => {
    const { body, absent } = withParagraphs('A');
    const ooxml = body['getOoxml']() as string;
    body['insertOoxml'](ooxml.replace('>A<', '>B &amp; C<').replace('<w:r>', '<w:r><w:rPr/>'), 'End');
    expect(body['text']).toBe('A\nB & C');
    expect(absent).toEqual(['Word.Body.insertOoxml (w:rPr)']);
    expect(body['getHtml']()).toBe('<p>A</p><p>B &amp; C</p>');
  });

  it('keeps lists with levels', () => {
    const { body } = withParagraphs('a', 'b');
    const [first, second] = body['paragraphs'].items as RichObject[];
    const list = first?.['startNewList']();
    second?.['attachToList'](list.id, 1);
    list.setLevelNumbering(1, 'Arabic');
    expect(list.levelTypes.slice(0, 2)).toEqual(['Bullet', 'Number']);
    expect([second?.['listItem'].level, second?.['listItem'].listString]).toEqual([1, '1.']);
    expect(second?.['listItemOrNullObject'].getAncestor().text).toBe('a');
    expect(names(first?.['listItem'].getDescendants(true).items, 'text')).toEqual(['b']);
    expect(list.insertParagraph('c', 'End').isListItem).toBe(true);
    expect(body['lists'].items).toHaveLength(1);
    second?.['detachFromList']();
    expect(second?.['listOrNullObject']).toBeNull();
    expect(() => second?.['list']).toThrow(expect.objectContaining({ code: 'ItemNotFound' }) as Error);
  });

  it('changes tables, and stores their formats', () => {
    const { body } = withParagraphs('before');
    const table = body['insertTable'](2, 2, 'End', [
      ['a', 'b'],
      ['c', 'd'],
    ]) as RichObject;
    table['addRows']('End', 1, [['e', 'f']]);
    table['addColumns']('Start', 1, [['0'], ['1'], ['2']]);
    expect(table['values']).toEqual([
      ['0', 'a', 'b'],
      ['1', 'c', 'd'],
      ['2', 'e', 'f'],
    ]);
    table['deleteColumns'](0);
    table['deleteRows'](0, 1);
    const cell = table['getCell'](0, 0) as RichObject;
    cell['shadingColor'] = '#00FF00';
    cell['body'].insertParagraph('!', 'End');
    expect([cell['value'], table['getCell'](0, 0).shadingColor, table['rowCount']]).toEqual([
      'c!',
      '#00FF00',
      2,
    ]);
    expect(cell['body'].search('!').getFirst().text).toBe('!');
    expect(table['getCellOrNullObject'](9, 9)).toBeNull();
    expect(table['getParagraphBefore']().text).toBe('before');
    table['getBorder']('Top').color = 'red';
    expect(table['getBorder']('Top').color).toBe('red');
    table['rows'].getFirst().insertRows('Before', 1, [['x', 'y']]);
    expect(body['tables'].getFirst().values[0]).toEqual(['x', 'y']);
    table['delete']();
    expect(body['tables'].items).toHaveLength(0);
  });

  it('finds content controls by tag, title and id', () => {
    const { root, body } = withParagraphs('a', 'b');
    const control = body['paragraphs'].getFirst().insertContentControl() as RichObject;
    control['tag'] = 't';
    control['title'] = 'T';
    control['insertParagraph']('c', 'End');
    const { contentControls } = root as { contentControls: RichObject };
    expect(contentControls['getByTag']('t').getFirst().text).toBe('a\nc');
    expect(contentControls['getByTitle']('T').items).toHaveLength(1);
    expect(contentControls['getByTypes'](['RichText']).items).toHaveLength(1);
    expect(contentControls['getById'](control['id']).title).toBe('T');
    expect(contentControls['getByIdOrNullObject'](99)).toBeNull();
    expect(body['paragraphs'].getFirst().parentContentControl.id).toBe(control['id']);
    control['delete'](true);
    expect([contentControls['items'].length, body['text']]).toEqual([0, 'a\nc\nb']);
  });

  it('keeps headers, pictures, breaks and files', () => {
    const { root, body, document } = withParagraphs('a');
    root['sections'].getFirst().getHeader('Primary').insertParagraph('Header', 'End');
    const picture = body['insertInlinePictureFromBase64']('AAAA', 'End') as RichObject;
    picture['altTextTitle'] = 'Alt';
    body['insertBreak']('Page', 'End');
    body['insertFileFromBase64']('UEsD', 'End');
    expect(body['inlinePictures'].getFirst().getBase64ImageSrc()).toBe('AAAA');
    const other = wordDocument();
    other.load(JSON.parse(JSON.stringify(document.content())) as unknown[]);
    expect(other.content()).toEqual(JSON.parse(JSON.stringify(document.content())));
    expect(document.content()).toMatchObject([
      { properties: { pictures: [{ altTextTitle: 'Alt' }] } },
      { kind: 'break' },
      { kind: 'file', base64: 'UEsD' },
      { kind: 'header', type: 'Primary', entries: [{ text: 'Header' }] },
    ]);
  });
});

describe('Excel', () => {
  const withValues = (address: string, values: unknown[][]) => {
    const excel = open(excelDocument());
    const sheet = excel.root['worksheets'].getActiveWorksheet() as RichObject;
    sheet['getRange'](address).values = values;
    return { ...excel, sheet };
  };

  it('sorts, finds, replaces and removes duplicates', () => {
    const { sheet } = withValues('A1:A5', [['name'], ['b'], ['a'], [2], ['a']]);
    const range = sheet['getRange']('A1:A5') as RichObject;
    range['sort'].apply([{ key: 0, ascending: true }], false, true);
    expect(range['values']).toEqual([['name'], [2], ['a'], ['a'], ['b']]);
    expect(range['find']('B', {}).address).toBe('Sheet1!A5');
    expect(range['findOrNullObject']('zzz', {})).toBeNull();
    expect(range['replaceAll']('a', 'x', { completeMatch: true })).toBe(2);
    const result = range['removeDuplicates']([0], true) as RichObject;
    expect([result['removed'], result['uniqueRemaining']]).toEqual([1, 3]);
  });

  it('inserts, deletes, copies, moves and fills cells', () => {
    const { sheet } = withValues('A1:B2', [
      [1, 2],
      [3, 4],
    ]);
    const values = (address: string) => sheet['getRange'](address).values as unknown[][];
    sheet['getRange']('A1:B1').insert('Down');
    expect(values('A1:B3')).toEqual([
      ['', ''],
      [1, 2],
      [3, 4],
    ]);
    sheet['getRange']('A1:B1').delete('Up');
    expect(values('A1:B3')).toEqual([
      [1, 2],
      [3, 4],
      ['', ''],
    ]);
    sheet['getRange']('D1').copyFrom('A1:B2', 'Values', false, true);
    expect(values('D1:E2')).toEqual([
      [1, 3],
      [2, 4],
    ]);
    sheet['getRange']('D1:E2').moveTo('D4');
    expect([values('D1:E2'), values('D4:E5')]).toEqual([
      [
        ['', ''],
        ['', ''],
      ],
      [
        [1, 3],
        [2, 4],
      ],
    ]);
    sheet['getRange']('A1:A2').autoFill('A1:A4');
    expect(values('A1:A4')).toEqual([[1], [3], [5], [7]]);
    expect(sheet['getRange']('A1').getRangeEdge('Down').address).toBe('Sheet1!A4');
    expect(sheet['getRange']('A1').getSurroundingRegion().address).toBe('Sheet1!A1:B4');
  });

  it.each([
    ['getCell', [1, 1], 'C3'],
    ['getRow', [1], 'B3:C3'],
    ['getColumn', [1], 'C2:C3'],
    ['getOffsetRange', [1, 1], 'C3:D4'],
    ['getResizedRange', [1, -1], 'B2:B4'],
    ['getAbsoluteResizedRange', [1, 1], 'B2'],
    ['getRowsBelow', [2], 'B4:C5'],
    ['getRowsAbove', [], 'B1:C1'],
    ['getColumnsAfter', [], 'D2:D3'],
    ['getColumnsBefore', [1], 'A2:A3'],
    ['getLastRow', [], 'B3:C3'],
    ['getLastColumn', [], 'C2:C3'],
    ['getLastCell', [], 'C3'],
    ['getEntireRow', [], '2:3'],
    ['getEntireColumn', [], 'B:C'],
    ['getBoundingRect', ['D5'], 'B2:D5'],
    ['getIntersection', ['C1:D9'], 'C2:C3'],
    ['getUsedRange', [], 'B2'],
  ])('returns other ranges: B2:C3.%s(%j) is %s', (method, args, expected) => {
    const { sheet } = withValues('B2', [[1]]);
    expect(sheet['getRange']('B2:C3')[method](...args).address).toBe(`Sheet1!${expected}`);
  });

  it('describes a range', () => {
    const { sheet } = withValues('B2:C2', [[1, 'x']]);
    const range = sheet['getRange']('B2:C2') as RichObject;
    const facts = [
      'rowIndex',
      'columnIndex',
      'rowCount',
      'columnCount',
      'cellCount',
      'isEntireRow',
      'isEntireColumn',
    ];
    expect(facts.map((name) => range[name] as unknown)).toEqual([1, 1, 1, 2, 2, false, false]);
    expect([range['left'], range['top'], range['width'], range['height']]).toEqual([48, 15, 96, 15]);
    range['numberFormat'] = [['0.00', '@']];
    expect([range['text'], range['valueTypes'], range['numberFormat']]).toEqual([
      [['1.00', 'x']],
      [['Double', 'String']],
      [['0.00', '@']],
    ]);
    range['merge']();
    expect([range['values'], range['getMergedAreasOrNullObject']().address]).toEqual([
      [[1, '']],
      'Sheet1!B2:C2',
    ]);
    range['unmerge']();
    expect(range['getMergedAreasOrNullObject']()).toBeNull();
    range['rowHidden'] = true;
    expect([range['rowHidden'], range['hidden'], range['worksheet'].name]).toEqual([true, true, 'Sheet1']);
    expect(range['getIntersectionOrNullObject']('Z9')).toBeNull();
    range['format'].font.bold = true;
    expect(range['format'].font.bold).toBe(true);
  });

  it('stores formats of ranges', () => {
    const { sheet, document } = withValues('A1', [[1]]);
    sheet['getRange']('A1:B2').format.fill.color = '#FF0000';
    sheet['getRange']('A1').format.borders.getItem('EdgeTop').style = 'Double';
    expect(sheet['getRange']('B2').format.fill.color).toBe('#FF0000');
    expect(sheet['getRange']('A1').format.borders.getItem('EdgeTop').style).toBe('Double');
    expect(document.content()).toContainEqual(
      expect.objectContaining({ kind: 'properties', address: 'A1:B2' }),
    );
    sheet['getRange']('A1:B2').clear('Formats');
    expect(sheet['getRange']('B2').format.fill.color).toBe('');
  });

  it('renames, copies, moves and deletes worksheets', () => {
    const { root, sheet } = withValues('A1', [['x']]);
    const { worksheets } = root as { worksheets: RichObject };
    sheet['name'] = 'Data';
    worksheets['getItem']('Data').copy('End');
    worksheets['add']('New');
    expect(names(worksheets['items'], 'name')).toEqual(['Data', 'Data (2)', 'New']);
    expect(worksheets['getItem']('Data (2)').getRange('A1').values).toEqual([['x']]);
    worksheets['getItem']('New').position = 0;
    worksheets['getItem']('Data').delete();
    expect(names(worksheets['items'], 'name')).toEqual(['New', 'Data (2)']);
    expect(worksheets['getItem']('New').getNext().name).toBe('Data (2)');
    expect(worksheets['getItem']('New').getPreviousOrNullObject()).toBeNull();
    expect(() => worksheets['add']('New')).toThrow(
      expect.objectContaining({ code: 'ItemAlreadyExists' }) as Error,
    );
  });

  it('keeps names, charts with series, protection and frozen panes', () => {
    const { root, sheet } = withValues('A1:B3', [
      ['Year', 'Sales'],
      ['a', 1],
      ['b', 2],
    ]);
    root['names'].add('Sales', sheet['getRange']('B1:B3'));
    expect(root['names'].getItem('Sales').getRange().address).toBe('Sheet1!B1:B3');
    expect(sheet['getRange']('Sales').address).toBe('Sheet1!B1:B3');
    const chart = sheet['charts'].add('Line', sheet['getRange']('A1:B3')) as RichObject;
    chart['title'].text = 'Title';
    expect([chart['title'].text, chart['series'].items.length, sheet['charts'].getItemAt(0).name]).toEqual([
      'Title',
      1,
      'Chart 1',
    ]);
    sheet['protection'].protect();
    expect(sheet['protection'].protected).toBe(true);
    sheet['freezePanes'].freezeRows(1);
    expect(sheet['freezePanes'].getLocation().rowCount).toBe(1);
  });

  it('changes, sorts and filters tables', () => {
    const { sheet } = withValues('A1:B3', [
      ['Name', 'Size'],
      ['b', 1],
      ['a', 2],
    ]);
    const table = sheet['tables'].add('A1:B3', true) as RichObject;
    table['rows'].add(null, [['c', 3]]);
    table['columns'].add(null, [['New'], [1], [2], [3]]);
    table['sort'].apply([{ key: 0, ascending: true }]);
    expect(table['getDataBodyRange']().values).toEqual([
      ['a', 2, 2],
      ['b', 1, 1],
      ['c', 3, 3],
    ]);
    table['columns'].getItem('Name').filter.applyValuesFilter(['b']);
    expect(table['getDataBodyRange']().getVisibleView().values).toEqual([['b', 1, 1]]);
    table['columns'].getItem('Name').filter.clear();
    table['rows'].getItemAt(0).delete();
    expect(table['rows'].getCount()).toBe(2);
    table['style'] = 'TableStyleLight1';
    expect(sheet['tables'].getItem('Table1').style).toBe('TableStyleLight1');
  });

  it('names what it lacks, and rejects values that an enum does not have', () => {
    const { root, sheet, absent } = withValues('A1', [[1]]);
    sheet['pivotTables'].refreshAll();
    sheet['getRange']('A1').formulas = [['=CUBEMEMBER(1)']];
    expect(absent).toEqual(['Excel.Worksheet.pivotTables.refreshAll', 'the Excel function CUBEMEMBER']);
    expect(() => {
      sheet['getRange']('A1').format.horizontalAlignment = 'Diagonal';
    }).toThrow(expect.objectContaining({ code: 'InvalidArgument' }) as Error);
    expect(root['name']).toBe('Workbook 1.xlsx');
  });
});

describe('PowerPoint', () => {
  it('adds, moves and selects slides and shapes', () => {
    const { root } = open(powerPointDocument());
    const { slides } = root as { slides: RichObject };
    slides['add']();
    const [first, second] = slides['items'] as RichObject[];
    const shape = second?.['shapes'].addGeometricShape('Rectangle', { left: 1, top: 2, width: 3, height: 4 });
    shape.fill.setSolidColor('#FF0000');
    shape.textFrame.textRange.text = 'Hello world';
    shape.textFrame.textRange.getSubstring(0, 5).font.bold = true;
    expect(shape.textFrame.textRange.getSubstring(0, 5).font.bold).toBe(true);
    expect([shape.fill.type, shape.fill.foregroundColor, shape.left]).toEqual(['Solid', '#FF0000', 1]);
    root['setSelectedSlides']([second?.['id']]);
    expect(names(root['getSelectedSlides']().items, 'id')).toEqual([second?.['id']]);
    second?.['setSelectedShapes']([shape.id]);
    expect(names(root['getSelectedShapes']().items, 'id')).toEqual([shape.id]);
    shape.textFrame.textRange.getSubstring(6, 5).setSelected();
    expect(root['getSelectedTextRange']().text).toBe('world');
    second?.['moveTo'](0);
    expect([second?.['index'], first?.['index'], shape.getParentSlide().index]).toEqual([0, 1, 0]);
  });

  it('keeps tags of shapes, slides and the presentation', () => {
    const { root } = open(powerPointDocument());
    const slide = root['slides'].getItemAt(0) as RichObject;
    for (const owner of [root, slide, slide['shapes'].addTextBox('x')] as RichObject[]) {
      owner['tags'].add('color', 'red');
      expect(owner['tags'].getItem('COLOR').value).toBe('red');
      owner['tags'].delete('color');
      expect(owner['tags'].getCount()).toBe(0);
    }
  });
});

describe('Outlook', () => {
  const call = (model: MessageModel, id: number, params: Record<string, unknown> = {}) => {
    const answer = mailboxMethod(model, id, params);
    for (const name of mailboxMethods[id]?.members ?? []) calledMembers.set(name, 'implemented');
    return answer as { data?: unknown; errorCode?: number; customProperties?: string };
  };

  it('keeps attachments', () => {
    const model = new MessageModel();
    call(model, 148, { base64String: 'AAAA', name: 'a.txt', isInline: false });
    call(model, 16, { uri: 'https://x.example/b.png', name: 'b.png', isInline: true });
    call(model, 19, { itemId: 'I1', name: 'Item' });
    expect(call(model, 150, { id: 'Attachment1' }).data).toEqual({ content: 'AAAA', format: 'base64' });
    expect(call(model, 20, { attachmentIndex: 'Attachment2' }).errorCode).toBeUndefined();
    expect(call(model, 20, { attachmentIndex: 'Attachment2' }).errorCode).toBe(9008);
    expect(call(model, 149).data).toMatchObject([
      { id: 'Attachment1', size: 3 },
      { id: 'Attachment3', attachmentType: 1 },
    ]);
  });

  it('keeps categories, and rejects those that the mailbox does not have', () => {
    const model = new MessageModel();
    call(model, 161, { categoryDetails: [{ displayName: 'Red', color: 'Preset0' }] });
    expect(call(model, 158, { categories: ['Blue'] }).errorCode).toBe(9044);
    call(model, 158, { categories: ['Red'] });
    expect(call(model, 157).data).toEqual([{ displayName: 'Red', color: 'Preset0' }]);
    call(model, 159, { categories: ['Red'] });
    call(model, 162, { categories: ['Red'] });
    expect([call(model, 157).data, call(model, 160).data]).toEqual([[], []]);
  });

  it('keeps notifications, custom properties, headers, session data and settings', () => {
    const model = new MessageModel();
    expect(call(model, 3).customProperties).toBe('{}');
    call(model, 4, { customProperties: '{"a":1}' });
    expect(call(model, 3).customProperties).toBe('{"a":1}');
    call(model, 33, { key: 'k', type: 0, message: 'm' });
    expect(call(model, 33, { key: 'k', type: 0, message: 'm' }).errorCode).toBe(9023);
    call(model, 35, { key: 'k', type: 2, message: 'n' });
    expect(call(model, 34).data).toMatchObject([{ key: 'k', type: 'errorMessage', message: 'n' }]);
    call(model, 36, { key: 'k' });
    expect(call(model, 34).data).toEqual([]);
    call(model, 152, { internetHeaderNameValuePairs: { 'x-a': '1', 'x-b': '2' } });
    call(model, 153, { internetHeaderKeys: ['x-a'] });
    expect(call(model, 151, { internetHeaderKeys: ['x-a', 'x-b'] }).data).toEqual({ 'x-b': '2' });
    call(model, 185, { name: 'n', value: 'v' });
    expect([call(model, 186, { name: 'n' }).data, call(model, 187).data]).toEqual(['v', { n: 'v' }]);
    call(model, 189, { name: 'n' });
    expect(call(model, 186, { name: 'n' }).errorCode).toBe(9050);
    call(model, 188);
    call(model, 404, { 0: '{"theme":"dark"}' });
    expect(model.properties.roamingSettings).toEqual({ theme: 'dark' });
  });

  it('reads and writes body, subject and recipients', () => {
    const model = new MessageModel();
    call(model, 38, { data: '<b>x</b>', coercionType: 3 });
    call(model, 23, { data: 'first', coercionType: 0 });
    call(model, 13, { data: 'last', coercionType: 0 });
    expect(call(model, 37, { coercionType: 0 }).data).toBe('first\nx\nlast');
    call(model, 17, { subject: 'S' });
    call(model, 21, { recipientField: 0, recipientArray: ['a@x.example'] });
    call(model, 22, { recipientField: 0, recipientArray: ['b@x.example'] });
    expect([call(model, 14).data, call(model, 18).data]).toEqual(['html', 'S']);
    expect(call(model, 15, { recipientField: 0 }).data).toHaveLength(2);
  });
});

describe('Common API', () => {
  const common = (document: OfficeDocument, strict = false) => {
    const absent: string[] = [];
    const settings = new Map<string, string>();
    const send = (member: string, id: number, data: object = {}) => {
      calledMembers.set(member, 'implemented');
      return executeMethod(
        { ...data, DdaMethod: { DispatchId: id } },
        {
          document,
          documentUrl: 'https://x.example/doc',
          settingsAsObjects: true,
          rich: () => undefined,
          documentAnswer: () => Promise.resolve(undefined),
          settings,
          accessToken: { ask: () => Promise.reject(new Error()), prompt: () => Promise.resolve('cancel') },
          writing: (work) => Promise.resolve(work()),
          closePane: () => {},
          absent: (name, set) => absent.push(`${name} ${set}`),
          strict: () => strict,
        },
      );
    };
    return { absent, send };
  };
  const get = (CoerceType: string) => ({ DdaGetBindingData: { CoerceType } });

  it('reads and writes the selection, and names coercion types that it lacks', async () => {
    const { absent, send } = common(excelDocument());
    const set = { DdaSetBindingData: { CoerceType: 'text', Data: 'x' } };
    expect(await send('Office.Document.setSelectedDataAsync', 65, set)).toMatchObject({ Error: 0 });
    expect(await send('Office.Document.getSelectedDataAsync', 64, get('matrix'))).toMatchObject({
      Data: [['x']],
    });
    expect(await send('Office.Document.getSelectedDataAsync', 64, get('table'))).toMatchObject({
      Error: 1000,
    });
    expect(absent).toEqual(['Office.Document.getSelectedDataAsync (coercionType table) TableCoercion 1.1']);
    const slides = common(powerPointDocument());
    expect(await slides.send('Office.Document.getSelectedDataAsync', 64, get('slideRange'))).toMatchObject({
      Data: '[[256,"",1]]',
    });
  });

  it('keeps settings when they are refreshed', async () => {
    const { send } = common(wordDocument());
    await send('Office.Settings.saveAsync', 76, { DdaSettingsMethod: { Properties: [['a', '1']] } });
    expect(await send('Office.Settings.refreshAsync', 75)).toMatchObject({
      Properties: { Settings: [{ Name: 'a', Value: '1' }] },
    });
  });

  it('returns view and address', async () => {
    const { send } = common(wordDocument());
    expect(await send('Office.Document.getActiveViewAsync', 83)).toMatchObject({ Data: 'edit' });
    expect(await send('Office.Document.getFilePropertiesAsync', 86)).toMatchObject({
      0: { 1: 'https://x.example/doc' },
    });
  });

  it('fails with SandboxNotImplemented in strict mode', async () => {
    const { absent, send } = common(wordDocument(), true);
    expect(await send('', 77)).toMatchObject({ Error: 'SandboxNotImplemented' });
    expect(absent).toEqual(['Office.Document.getFileAsync File']);
  });
});

/*
 * The list of members that the tests above have called. COVERAGE.md marks only these as implemented. After a change:
 * `npm run generate`.
 */
it('calls the members that COVERAGE.md marks as implemented', async () => {
  const called = [...implementedMembers()].filter((name) => calledMembers.get(name) === 'implemented').sort();
  await expect(`${called.join('\n')}\n`).toMatchFileSnapshot('calledMembers.txt');
});

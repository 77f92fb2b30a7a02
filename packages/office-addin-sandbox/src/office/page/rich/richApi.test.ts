import { describe, expect, it } from 'vitest';
import { ApiObject, bagOf } from './apiObject.ts';
import { isAddinBatch, RichApi } from './richApi.ts';
import { itemNotFound } from './richApiError.ts';

/** A small model for the tests. */
class Note extends ApiObject {
  override readonly apiType = 'Test.Note';
  override readonly apiBag = bagOf({});
  readonly given: readonly unknown[];
  #text: string;
  constructor(text: string, given: readonly unknown[] = []) {
    super();
    this.#text = text;
    this.given = given;
  }
  get text() {
    return this.#text;
  }
  set text(value: string) {
    this.#text = value;
  }
  get names() {
    return this.given.map((one) => (one instanceof Note ? one.text : one));
  }
  getLength() {
    return this.#text.length;
  }
}
class Notes extends ApiObject {
  override readonly apiType = 'Test.Notes';
  override readonly apiBag = bagOf({});
  readonly list: Note[] = [];
  get notes() {
    return this;
  }
  findOrNullObject() {
    return null;
  }
  find() {
    throw itemNotFound('Notes.find');
  }
  add(...given: unknown[]) {
    const note = new Note(String(given[0]), given);
    this.list.push(note);
    return note;
  }
  override apiItems() {
    return this.list;
  }
}

const root = { '1': { Id: 1, ObjectPathType: 1, Name: '' } };

function send(
  api: RichApi,
  actions: readonly object[],
  paths: object,
): { Results: unknown; Error?: unknown } {
  const body = JSON.stringify({ Actions: actions, ObjectPaths: { ...root, ...paths } });
  const answer = api.process(['', 'POST', 'ProcessQuery', [], body]) as { Error: number; Data: unknown[] };
  expect(answer.Error).toBe(0);
  return JSON.parse(String(answer.Data[2])) as { Results: unknown };
}

const add = (text: string) => ({
  Id: 2,
  ObjectPathType: 3,
  Name: 'Add',
  ParentObjectPathId: 1,
  ArgumentInfo: { Arguments: [text] },
});

describe('RichApi', () => {
  it('creates an object once per batch, and finds it by reference in the next batch', () => {
    const model = new Notes();
    const api = new RichApi(model);
    const first = send(
      api,
      [
        { Id: 10, ActionType: 1, ObjectPathId: 2 },
        { Id: 11, ActionType: 3, Name: '_KeepReference', ObjectPathId: 2 },
        { Id: 12, ActionType: 2, ObjectPathId: 2, QueryInfo: { Select: ['text'] } },
      ],
      { '2': add('hello') },
    );
    expect(model.list).toHaveLength(1);
    expect(first.Results).toEqual([
      { ActionId: 10, Value: { _ReferenceId: 'r1' } },
      { ActionId: 11, Value: null },
      { ActionId: 12, Value: { Text: 'hello' } },
    ]);

    const second = send(
      api,
      [
        { Id: 20, ActionType: 4, Name: 'Text', ObjectPathId: 2, ArgumentInfo: { Arguments: ['changed'] } },
        { Id: 21, ActionType: 3, Name: 'GetLength', ObjectPathId: 2 },
      ],
      { '2': { Id: 2, ObjectPathType: 6, Name: 'r1' } },
    );
    expect(second.Results).toEqual([
      { ActionId: 20, Value: null },
      { ActionId: 21, Value: 7 },
    ]);
    expect(model.list[0]?.text).toBe('changed');
  });

  it('passes objects as arguments', () => {
    const model = new Notes();
    const inner = { ...add('inner'), Id: 2 };
    const outer = {
      ...add('outer'),
      Id: 3,
      ArgumentInfo: { Arguments: ['outer', null], ReferencedObjectPathIds: [0, 2] },
    };
    const answer = send(
      new RichApi(model),
      [{ Id: 10, ActionType: 2, ObjectPathId: 3, QueryInfo: { Select: ['text', 'names'] } }],
      {
        '2': inner,
        '3': outer,
      },
    );
    expect(answer.Results).toEqual([{ ActionId: 10, Value: { Text: 'outer', Names: ['outer', 'inner'] } }]);
  });

  it('returns a page of a collection, with a reference for each item', () => {
    const model = new Notes();
    for (const text of ['a', 'b', 'c']) model.list.push(new Note(text));
    const query = { Select: ['items/text'], Skip: 1, Top: 1 };
    const notes = { Id: 2, ObjectPathType: 4, Name: 'Notes', ParentObjectPathId: 1 };
    const answer = send(new RichApi(model), [{ Id: 10, ActionType: 2, ObjectPathId: 2, QueryInfo: query }], {
      '2': notes,
    });
    expect(answer.Results).toEqual([
      { ActionId: 10, Value: { _Items: [{ Text: 'b', _ReferenceId: 'r1' }] } },
    ]);
  });

  it('returns null for a null object and its properties', () => {
    const missing = { Id: 2, ObjectPathType: 3, Name: 'FindOrNullObject', ParentObjectPathId: 1 };
    const below = { Id: 3, ObjectPathType: 4, Name: 'Author', ParentObjectPathId: 2 };
    const answer = send(
      new RichApi(new Notes()),
      [
        { Id: 10, ActionType: 1, ObjectPathId: 2 },
        { Id: 11, ActionType: 2, ObjectPathId: 3 },
      ],
      { '2': missing, '3': below },
    );
    expect(answer.Results).toEqual([
      { ActionId: 10, Value: null },
      { ActionId: 11, Value: null },
    ]);
  });

  it('reports an error of the model with its code, location and action', () => {
    const find = { Id: 2, ObjectPathType: 3, Name: 'Find', ParentObjectPathId: 1 };
    const answer = send(
      new RichApi(new Notes()),
      [
        { Id: 10, ActionType: 1, ObjectPathId: 1 },
        { Id: 11, ActionType: 1, ObjectPathId: 2 },
      ],
      { '2': find },
    );
    expect(answer.Error).toMatchObject({ Code: 'ItemNotFound', Location: 'Notes.find', ActionIndex: 1 });
    expect(answer.Results).toBeNull();
  });

  const unknown = { Id: 2, ObjectPathType: 3, Name: 'Compose', ParentObjectPathId: 1 };
  const below = { Id: 3, ObjectPathType: 4, Name: 'Sonata', ParentObjectPathId: 2 };
  const unknownCalls = [
    { Id: 10, ActionType: 4, Name: 'Key', ObjectPathId: 3, ArgumentInfo: { Arguments: ['C'] } },
    { Id: 11, ActionType: 3, Name: 'Play', ObjectPathId: 3 },
    { Id: 12, ActionType: 3, Name: 'Play', ObjectPathId: 3 },
    { Id: 13, ActionType: 99, ObjectPathId: 3 },
  ];

  it('reports each member that it lacks once, and continues', () => {
    const absent: string[] = [];
    const api = new RichApi(new Notes(), { absent: (name) => absent.push(name) });
    const answer = send(api, unknownCalls, { '2': unknown, '3': below });
    expect(absent).toEqual([
      'Test.Notes.compose',
      'Test.Notes.compose.sonata',
      'Test.Notes.compose.sonata.key',
      'Test.Notes.compose.sonata.play',
      'Test.Notes.compose.sonata (action 99)',
    ]);
    expect(answer.Results).toHaveLength(4);
  });

  it('fails with SandboxNotImplemented in strict mode', () => {
    const api = new RichApi(new Notes(), { strict: () => true });
    expect(send(api, unknownCalls, { '2': unknown, '3': below }).Error).toMatchObject({
      Code: 'SandboxNotImplemented',
      Message: 'Not in the sandbox: Test.Notes.compose',
    });
  });

  it('ignores trace marks, which refer to no object', () => {
    const answer = send(
      new RichApi(new Notes()),
      [{ Id: 10, ActionType: 5, Name: 'Trace', ObjectPathId: 0 }],
      {},
    );
    expect(answer.Results).toEqual([{ ActionId: 10, Value: null }]);
  });

  it.each([undefined, [], ['', '', '', [], '{'], ['', '', '', [], '{"Actions":1}']])(
    'returns an empty result for the invalid batch %j',
    (data) => {
      expect(new RichApi(new Notes()).process(data)).toMatchObject({ Error: 0 });
    },
  );

  it('reports InvalidReference for a reference of another page', () => {
    const foreign = { Id: 2, ObjectPathType: 6, Name: 'r77' };
    const answer = send(new RichApi(new Notes()), [{ Id: 10, ActionType: 2, ObjectPathId: 2 }], {
      '2': foreign,
    });
    expect(answer.Error).toMatchObject({ Code: 'InvalidReference' });
  });
});

describe('isAddinBatch', () => {
  const items = (body: object) => ['', '', '', [], JSON.stringify(body)];
  const call = (Name: string) => ({
    Id: 2,
    ActionType: 3,
    Name,
    ObjectPathId: 1,
    ArgumentInfo: { Arguments: [] },
  });
  const begin = { Id: 1, ActionType: 1, Name: '', ObjectPathId: 1 };

  it.each([
    ['true for a call of the add-in', { Actions: [begin, call('InsertTable')], ObjectPaths: root }, true],
    ['true for a batch that only creates objects', { Actions: [begin], ObjectPaths: root }, true],
    [
      'false for the release of references',
      { Actions: [begin, call('_RemoveReference')], ObjectPaths: root },
      false,
    ],
    [
      "false for office.js's start notification",
      {
        Actions: [begin, call('NotifyActionHandlerReady')],
        ObjectPaths: {
          '1': { Id: 1, ObjectPathType: 2, Name: 'Microsoft.InternalService.AddinInternalService' },
        },
      },
      false,
    ],
  ])('returns %s', (_case, body, expected) => expect(isAddinBatch(items(body))).toBe(expected));

  it('returns false for an invalid batch', () => expect(isAddinBatch(undefined)).toBe(false));
});

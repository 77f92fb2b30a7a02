import type { ApiObject } from '../office/page/rich/apiObject.ts';
import { apiClass, isApiClass, type ApiMember } from '../office/page/rich/apiTypes.ts';
import type { Support } from '../office/page/rich/dispatcher.ts';
import { RichApi } from '../office/page/rich/richApi.ts';

/** An object of a model in the notation of office.js. Each access is a batch, so `load` and `sync` aren't needed. */
export type RichObject = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

/** Members that tests have called, such as `Word.Body.insertText`, with how the sandbox supports them. */
export const calledMembers = new Map<string, Support>();

/** The property behind `context.runtime`, which the typings don't have. */
const runtimeMember: ApiMember = {
  name: '_Runtime',
  kind: 'readonly',
  parameters: [],
  type: 'Excel.Runtime',
  set: 'ExcelApi 1.8',
};

export interface RichClient {
  readonly root: RichObject;
  /** Names that the sandbox reported as absent. */
  readonly absent: string[];
}

/** Returns a client for a model, which sends its calls as office.js does. Errors of the model have a `code`. */
export function richClient(root: ApiObject): RichClient {
  const absent: string[] = [];
  const api = new RichApi(root, {
    absent: (name) => absent.push(name),
    used: (type, member, support) => calledMembers.set(`${type}.${member}`, support),
  });
  const rootPath = { Id: 1, ObjectPathType: 1, Name: '' };

  function send(actions: object[], paths: Record<string, object>): unknown[] {
    const body = JSON.stringify({ Actions: actions, ObjectPaths: { '1': rootPath, ...paths } });
    const { Data } = api.process(['', 'POST', 'ProcessQuery', [], body]) as {
      Data: [number, unknown, string];
    };
    const { Results, Error: failure } = JSON.parse(Data[2]) as {
      Results: { Value: unknown }[] | null;
      Error?: { Code: string; Message: string };
    };
    if (failure) throw Object.assign(new Error(failure.Message), { code: failure.Code });
    return (Results ?? []).map(({ Value }) => Value);
  }

  const pathOf = (reference: string) =>
    reference === '' ? rootPath : { Id: 1, ObjectPathType: 6, Name: reference };

  /** Wraps arguments: objects become references to other paths. */
  function argumentsOf(args: readonly unknown[]) {
    const paths: Record<string, object> = {};
    const references = args.map((value, index) => {
      const reference = referenceOf(value);
      if (reference === undefined) return 0;
      paths[String(100 + index)] = { Id: 100 + index, ObjectPathType: 6, Name: reference };
      return 100 + index;
    });
    const plain = args.map((value, index) => (references[index] === 0 ? (value ?? null) : null));
    return { info: { Arguments: plain, ReferencedObjectPathIds: references }, paths };
  }

  function follow(
    reference: string,
    path: object,
    type: string,
    paths: Record<string, object>,
  ): RichObject | null {
    const [value] = send([{ Id: 1, ActionType: 1, ObjectPathId: 2 }], {
      '1': pathOf(reference),
      '2': path,
      ...paths,
    });
    const found = (value as { _ReferenceId?: string } | null)?._ReferenceId;
    return found === undefined ? null : wrap(found, type);
  }

  const references = new WeakMap<object, string>();
  const referenceOf = (value: unknown) =>
    typeof value === 'object' && value !== null ? references.get(value) : undefined;

  function wrap(reference: string, type: string): RichObject {
    const object: RichObject = new Proxy(
      {},
      {
        get(_target, key) {
          if (typeof key !== 'string' || key === 'then' || key === 'toJSON' || key === 'asymmetricMatch')
            return undefined;
          const member = key === '_Runtime' ? runtimeMember : apiClass(type)?.members.get(key.toLowerCase());
          const wire = key.charAt(0).toUpperCase() + key.slice(1);
          if (key === 'items') return itemsOf(reference, type);
          if (member?.kind === 'method') {
            return (...args: unknown[]) => {
              const { info, paths } = argumentsOf(args);
              if (isApiClass(member.type)) {
                const path = {
                  Id: 2,
                  ObjectPathType: 3,
                  Name: wire,
                  ParentObjectPathId: 1,
                  ArgumentInfo: info,
                };
                return follow(reference, path, member.type, paths);
              }
              const action = { Id: 1, ActionType: 3, Name: wire, ObjectPathId: 1, ArgumentInfo: info };
              return send([action], { '1': pathOf(reference), ...paths })[0];
            };
          }
          if (member && isApiClass(member.type)) {
            return follow(
              reference,
              { Id: 2, ObjectPathType: 4, Name: wire, ParentObjectPathId: 1 },
              member.type,
              {},
            );
          }
          const query = { Id: 1, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: [key] } };
          const [value] = send([query], { '1': pathOf(reference) });
          return (value as Record<string, unknown> | null)?.[wire];
        },
        set(_target, key, value: unknown) {
          const wire = String(key).charAt(0).toUpperCase() + String(key).slice(1);
          const action = {
            Id: 1,
            ActionType: 4,
            Name: wire,
            ObjectPathId: 1,
            ArgumentInfo: { Arguments: [value] },
          };
          send([action], { '1': pathOf(reference) });
          return true;
        },
      },
    );
    references.set(object, reference);
    return object;
  }

  function itemsOf(reference: string, type: string): RichObject[] {
    const query = { Id: 1, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ['$none'] } };
    const [value] = send([query], { '1': pathOf(reference) });
    const items = (value as { _Items?: { _ReferenceId: string }[] })._Items ?? [];
    return items.map(({ _ReferenceId }) => wrap(_ReferenceId, apiClass(type)?.itemType ?? ''));
  }

  return { root: wrap('', root.apiType), absent };
}

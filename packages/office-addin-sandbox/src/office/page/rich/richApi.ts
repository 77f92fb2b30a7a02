import { ApiObject, bagOf, StoredObject } from './apiObject.ts';
import { apiClass, isApiClass } from './apiTypes.ts';
import { Dispatcher, pascal, type Support } from './dispatcher.ts';
import { RichApiError } from './richApiError.ts';
import { isHousekeeping, parseBatch, pathType, richAction, type ActionInfo, type Batch } from './batch.ts';

/** Error code of a call that uses something that the sandbox lacks, in strict mode. */
export const notImplemented = 'SandboxNotImplemented';

export interface RichApiOptions {
  /** Called once per batch for each name such as `Excel.Range.sort.apply`. @param set requirement set; empty: unknown */
  readonly absent?: (name: string, set: string) => void;
  /** Returns whether a batch that uses something absent fails with `SandboxNotImplemented`. */
  readonly strict?: () => boolean;
  readonly used?: (type: string, member: string, support: Support) => void;
}

/**
 * Executes the batches of `Word.run`, `Excel.run` and `PowerPoint.run` on an application's model. Keeps objects between
 * `sync` calls by reference id. Create an instance for each load of a pane.
 */
export class RichApi {
  readonly #root: ApiObject;
  readonly #options: RichApiOptions;
  readonly #dispatcher: Dispatcher;
  #references = new Map<string, ApiObject>();
  #nextReference = 1;
  /** Names that were reported for the current batch. */
  #reported = new Set<string>();

  constructor(root: ApiObject, options: RichApiOptions = {}) {
    this.#root = root;
    this.#options = options;
    this.#dispatcher = new Dispatcher({
      absent: (name, set) => this.#absent(name, set),
      used: options.used,
    });
    root.apiReport = (name, set) => this.#absent(name, set);
  }

  /** Returns the `_data` of the response. @param arrayData the 13 items of the call */
  process(arrayData: unknown): unknown {
    const batch = batchOf(arrayData);
    this.#reported = new Set();
    return answer(batch ? this.#run(batch) : { Results: [] });
  }

  #run(batch: Batch): unknown {
    const resolved = new Map<number, ApiObject | null>();
    const results: { ActionId: number; Value: unknown }[] = [];
    const isOfOffice = isHousekeeping(batch) && !releasesReferences(batch);
    for (const [index, action] of batch.actions.entries()) {
      try {
        const value = isOfOffice ? null : this.#execute(action, batch, resolved);
        results.push({ ActionId: action.id, Value: value });
      } catch (error) {
        if (error instanceof RichApiError) return { Error: describe(error, index), Results: null };
        throw error;
      }
    }
    return { Results: results };
  }

  #absent(name: string, set: string): void {
    if (!this.#reported.has(name)) {
      this.#reported.add(name);
      this.#options.absent?.(name, set);
    }
    if (this.#options.strict?.()) {
      throw new RichApiError(notImplemented, absentMessage(name, set), name, 501);
    }
  }

  #execute(action: ActionInfo, batch: Batch, resolved: Map<number, ApiObject | null>): unknown {
    // office.js adds trace marks without an object to batches with events.
    if (action.type === richAction.trace) return null;
    const target = this.#resolve(action.path, batch, resolved);
    if (target === null) return null;
    switch (action.type) {
      case richAction.instantiate:
        return target === this.#root ? {} : { _ReferenceId: this.#keep(target), ...this.#idOf(target) };
      case richAction.query:
      case richAction.queryAsJson:
        return this.#dispatcher.load(target, action, (object) => this.#keep(object));
      case richAction.method:
        if (action.name.startsWith('_')) return this.#internalCall(target, action);
        return plainResult(
          this.#dispatcher.method(target, action.name, this.#arguments(action, batch, resolved)),
        );
      case richAction.setProperty:
        this.#dispatcher.set(target, action.name, this.#arguments(action, batch, resolved)[0]);
        return null;
      case richAction.update:
        for (const [name, value] of Object.entries(action.state ?? {})) {
          this.#dispatcher.set(target, pascal(name), value);
        }
        return null;
      case richAction.ensureUnchanged:
        return null;
      default:
        this.#absent(`${target.apiLabel} (action ${action.type})`, '');
        return null;
    }
  }

  /** Handles calls of office.js: references, and the registration of event handlers. */
  #internalCall(target: ApiObject, { name, args }: ActionInfo): null {
    if (name === '_RemoveReference') {
      this.#references.delete(String(args[0]));
      return null;
    }
    const [, verb, event = ''] = /^_(Register|Unregister)(\w+?)(?:Event)?$/.exec(name) ?? [];
    if (verb === 'Register') {
      this.#root.apiRegister();
      const member = eventMember(target, event);
      if (!target.apiEvents.includes(member?.name ?? '')) {
        this.#absent(`${target.apiLabel}.${member?.name ?? `on${event}`}`, member?.set ?? '');
      }
    } else if (verb === undefined && name !== '_KeepReference' && !/^_On[A-Z]/.test(name)) {
      this.#absent(`${target.apiLabel}.${name}`, '');
    }
    return null;
  }

  /** Evaluates each path once per batch: insert methods are paths, and must not insert twice. */
  #resolve(id: number, batch: Batch, resolved: Map<number, ApiObject | null>): ApiObject | null {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const object = this.#evaluate(id, batch, resolved);
    resolved.set(id, object);
    return object;
  }

  #evaluate(id: number, batch: Batch, resolved: Map<number, ApiObject | null>): ApiObject | null {
    const path = batch.paths.get(id);
    if (!path) throw new RichApiError('InvalidObjectPath', `There is no object path ${id}.`, '');
    if (path.type === pathType.root) return this.#root;
    if (path.type === pathType.nullObject) return null;
    if (path.type === pathType.reference) return this.#lookUp(path.name);
    if (path.type === pathType.newObject) return this.#service(path.name);
    const parent = path.parent === undefined ? this.#root : this.#resolve(path.parent, batch, resolved);
    if (parent === null) return null;
    const args = this.#arguments(path, batch, resolved);
    switch (path.type) {
      case pathType.method:
        return objectResult(this.#dispatcher.method(parent, path.name, args, true), path.name);
      case pathType.property:
        // The context's property for the whole document.
        if (parent === this.#root && `${namespaceOf(this.#root)}.${path.name}` === this.#root.apiType)
          return parent;
        return this.#dispatcher.property(parent, path.name);
      case pathType.indexer:
        return objectResult(this.#dispatcher.item(parent, args), 'getItem');
      default:
        throw new RichApiError('InvalidObjectPath', `There is no object path type ${path.type}.`, '');
    }
  }

  /** Returns an object that add-ins create themselves, such as `Word.SearchOptions`. */
  #service(name: string): ApiObject {
    const type = `${namespaceOf(this.#root)}.${name.slice(name.lastIndexOf('.') + 1)}`;
    const known = this.#root.apiService(type);
    if (known) return known;
    if (name.endsWith('.AppRuntimeService')) return new AppRuntimeService();
    if (!isApiClass(type)) this.#absent(name, '');
    return new StoredObject(type, bagOf({}), isApiClass(type) ? type : name);
  }

  #arguments(
    owner: { readonly args: readonly unknown[]; readonly references: readonly unknown[] },
    batch: Batch,
    resolved: Map<number, ApiObject | null>,
  ): readonly unknown[] {
    return owner.args.map((value, index) => {
      const reference = owner.references[index];
      return typeof reference === 'number' && reference > 0
        ? this.#resolve(reference, batch, resolved)
        : value;
    });
  }

  /** Returns the id, which add-ins and event handlers of office.js read without loading it. */
  #idOf(target: ApiObject): { Id?: unknown } {
    const id =
      target instanceof StoredObject ? target.apiBag.read()?.['id'] : this.#dispatcher.read(target, 'id');
    return id === undefined ? {} : { Id: id };
  }

  #keep(object: ApiObject): string {
    const id = `r${this.#nextReference++}`;
    this.#references.set(id, object);
    return id;
  }

  #lookUp(reference: string): ApiObject {
    const object = this.#references.get(reference);
    if (object) return object;
    throw new RichApiError('InvalidReference', 'This reference is not valid for the current operation.', '');
  }
}

/** Behind `Office.addin.hide` and `showAsTaskpane`, which the pane handles before the batch runs. */
class AppRuntimeService extends ApiObject {
  override readonly apiType = 'AppRuntimeService';
  override readonly apiBag = bagOf({});

  setAppRuntimeState(): null {
    return null;
  }
}

/** Returns the sentence for the traffic list and the console. */
export function absentMessage(name: string, set: string): string {
  return `Not in the sandbox: ${name}${set === '' ? '' : ` (${set})`}`;
}

const namespaceOf = ({ apiType }: ApiObject) => apiType.split('.')[0] ?? '';

/** Names of events in registrations differ from those of the members in a prefix: `DataChanged` is `onChanged`. */
function eventMember(target: ApiObject, event: string) {
  const members = apiClass(target.apiType)?.members;
  const names = [event, event.replace(/^(?:Data|Event|Worksheet|Workbook|Table|Chart|Shape)/, '')];
  return names.map((name) => members?.get(`on${name.toLowerCase()}`)).find((found) => found !== undefined);
}

function releasesReferences({ actions }: Batch): boolean {
  return actions.some(({ name }) => name === '_RemoveReference');
}

function plainResult(value: unknown): unknown {
  if (value instanceof ApiObject) return null;
  return value ?? null;
}

function objectResult(value: unknown, name: string): ApiObject | null {
  if (value === null || value instanceof ApiObject) return value;
  return new StoredObject('any', bagOf({ value }), name);
}

/** Returns whether the batch is the add-in's. Scenarios don't apply to batches of office.js, which expects them to succeed. */
export function isAddinBatch(arrayData: unknown): boolean {
  const batch = batchOf(arrayData);
  return batch !== undefined && !isHousekeeping(batch);
}

function batchOf(arrayData: unknown): Batch | undefined {
  const body: unknown = Array.isArray(arrayData) ? arrayData[4] : undefined;
  return typeof body === 'string' ? parseBatch(body) : undefined;
}

/** Returns the `_data` of the response to a batch that fails without being executed. */
export function failedBatch(code: string): unknown {
  return answer({
    Error: describe(new RichApiError(code, 'Error of the current sandbox scenario.', ''), 0),
    Results: null,
  });
}

function answer(result: unknown): unknown {
  return { Version: 1, Error: 0, Data: [200, ['content-type', 'application/json'], JSON.stringify(result)] };
}

function describe(error: RichApiError, index: number) {
  return {
    Code: error.code,
    Message: error.message,
    Location: error.location,
    ActionIndex: index,
    HttpStatusCode: error.httpStatus,
  };
}

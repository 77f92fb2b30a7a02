import { UnmodeledObject, type HostObject } from './hostObject.ts';
import { RichApiError } from './richApiError.ts';
import { query } from './query.ts';
import { isHousekeeping, parseBatch, pathType, richAction, type ActionInfo, type Batch } from './batch.ts';

/**
 * Executes the batches of `Word.run`, `Excel.run` and `PowerPoint.run` on an application's model. Keeps objects between
 * `sync` calls by reference id. Create an instance for each load of a pane.
 */
export class RichApi {
  readonly #root: HostObject;
  #references = new Map<string, HostObject>();
  #nextReference = 1;

  constructor(root: HostObject) {
    this.#root = root;
  }

  /** Returns the `_data` of the response. @param arrayData the 13 items of the call */
  process(arrayData: unknown): unknown {
    const batch = batchOf(arrayData);
    return answer(batch ? this.#run(batch) : { Results: [] });
  }

  #run(batch: Batch): unknown {
    const resolved = new Map<number, HostObject | null>();
    const results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of batch.actions.entries()) {
      try {
        results.push({ ActionId: action.id, Value: this.#execute(action, batch, resolved) });
      } catch (error) {
        if (error instanceof RichApiError) return { Error: describe(error, index), Results: null };
        throw error;
      }
    }
    return { Results: results };
  }

  #execute(action: ActionInfo, batch: Batch, resolved: Map<number, HostObject | null>): unknown {
    const target = this.#resolve(action.path, batch, resolved);
    if (target === null) return null;
    switch (action.type) {
      case richAction.instantiate:
        return target === this.#root ? {} : { _ReferenceId: this.#keep(target) };
      case richAction.query:
      case richAction.queryAsJson:
        return query(target, action, (object) => this.#keep(object));
      case richAction.method:
        if (action.name.startsWith('_')) return null;
        return target.call(action.name, this.#arguments(action, batch, resolved)) ?? null;
      case richAction.setProperty:
        target.set(action.name, this.#arguments(action, batch, resolved)[0]);
        return null;
      case richAction.update:
        for (const [name, value] of Object.entries(action.state ?? {})) target.set(pascal(name), value);
        return null;
      default:
        return null;
    }
  }

  /** Evaluates each path once per batch: insert methods are paths, and must not insert twice. */
  #resolve(id: number, batch: Batch, resolved: Map<number, HostObject | null>): HostObject | null {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const object = this.#evaluate(id, batch, resolved);
    resolved.set(id, object);
    return object;
  }

  #evaluate(id: number, batch: Batch, resolved: Map<number, HostObject | null>): HostObject | null {
    const path = batch.paths.get(id);
    if (!path) throw new RichApiError('InvalidObjectPath', `There is no object path ${id}.`, '');
    if (path.type === pathType.root) return this.#root;
    if (path.type === pathType.nullObject) return null;
    if (path.type === pathType.reference) return this.#lookUp(path.name);
    if (path.parent === undefined) return new UnmodeledObject();
    const parent = this.#resolve(path.parent, batch, resolved);
    if (parent === null) return null;
    const args = this.#arguments(path, batch, resolved);
    const object = step(parent, path.type, path.name, args);
    return object === undefined ? new UnmodeledObject() : object;
  }

  #arguments(
    owner: { readonly args: readonly unknown[]; readonly references: readonly unknown[] },
    batch: Batch,
    resolved: Map<number, HostObject | null>,
  ): readonly unknown[] {
    return owner.args.map((value, index) => {
      const reference = owner.references[index];
      return typeof reference === 'number' && reference > 0
        ? this.#resolve(reference, batch, resolved)
        : value;
    });
  }

  #keep(object: HostObject): string {
    const id = `r${this.#nextReference++}`;
    this.#references.set(id, object);
    return id;
  }

  #lookUp(reference: string): HostObject {
    const object = this.#references.get(reference);
    if (object) return object;
    throw new RichApiError('InvalidReference', 'This reference is not valid for the current operation.', '');
  }
}

function step(parent: HostObject, type: number, name: string, args: readonly unknown[]) {
  switch (type) {
    case pathType.method:
      return parent.method(name, args);
    case pathType.property:
      return parent.get(name);
    case pathType.indexer:
      return parent.item(args);
    default:
      return undefined;
  }
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

const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

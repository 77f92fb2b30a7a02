import { asObject, parseObject } from '../envelope.ts';

/** The batch in `ArrayData[4]` of a call, validated as far as RichApi needs it. */

export interface PathInfo {
  readonly type: number;
  readonly name: string;
  readonly parent: number | undefined;
  readonly args: readonly unknown[];
  /** Parallel to `args`: path ids where an argument is an object. */
  readonly references: readonly unknown[];
}

export interface ActionInfo {
  readonly id: number;
  readonly type: number;
  readonly name: string;
  readonly path: number;
  readonly args: readonly unknown[];
  readonly references: readonly unknown[];
  /** Properties to load; empty: all. */
  readonly select: readonly string[];
  readonly top: number | undefined;
  readonly skip: number | undefined;
  /** Properties of a recursive update. */
  readonly state: Record<string, unknown> | undefined;
}

export interface Batch {
  readonly actions: readonly ActionInfo[];
  readonly paths: ReadonlyMap<number, PathInfo>;
}

/** ObjectPathType of office.js. */
export const pathType = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** ActionType of office.js. */
export const richAction = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  ensureUnchanged: 6,
  queryAsJson: 7,
  update: 9,
} as const;

/** Returns whether the batch is from office.js, not the add-in: its start notification, or the release of references. */
export function isHousekeeping({ actions, paths }: Batch): boolean {
  const names = [...paths.values()].map(({ name }) => name);
  if (names.some((name) => name.startsWith('Microsoft.InternalService.'))) return true;
  const calls = actions.filter(({ type }) => type !== richAction.instantiate);
  return calls.length > 0 && calls.every(({ name }) => name === '_RemoveReference');
}

/** Returns undefined if the text isn't a batch. */
export function parseBatch(text: string): Batch | undefined {
  const body = parseObject(text);
  const paths = asObject(body?.['ObjectPaths']);
  const actions = body?.['Actions'];
  if (!paths || !Array.isArray(actions)) return undefined;
  return {
    actions: actions.map((action) => parseAction(asObject(action) ?? {})),
    paths: new Map(
      Object.entries(paths).map(([id, path]) => [Number(id), parsePath(asObject(path) ?? {})] as const),
    ),
  };
}

function parsePath(path: Record<string, unknown>): PathInfo {
  const parent = path['ParentObjectPathId'];
  return {
    type: Number(path['ObjectPathType']),
    name: text(path['Name']),
    parent: typeof parent === 'number' ? parent : undefined,
    ...parseArguments(path),
  };
}

function parseAction(action: Record<string, unknown>): ActionInfo {
  const query = asObject(action['QueryInfo']);
  return {
    id: Number(action['Id']),
    type: Number(action['ActionType']),
    name: text(action['Name']),
    path: Number(action['ObjectPathId']),
    ...parseArguments(action),
    select: [...list(query?.['Select']), ...list(query?.['Expand'])].map(text),
    top: number(query?.['Top']),
    skip: number(query?.['Skip']),
    state: asObject(action['ObjectState']),
  };
}

function parseArguments(owner: Record<string, unknown>) {
  const info = asObject(owner['ArgumentInfo']);
  return { args: list(info?.['Arguments']), references: list(info?.['ReferencedObjectPathIds']) };
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

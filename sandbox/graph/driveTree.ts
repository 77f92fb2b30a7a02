import type { Person } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { driveItem, ROOT_ID, type DriveItem } from './driveItem.ts';
import { generatedFiles, type DriveEntry } from './generatedFiles.ts';

/** A drive: what stands in each folder. */
export interface DriveTree {
  /** Null: there is no such folder. @param folder ROOT_ID or the id of a folder */
  readonly children: (folder: string) => readonly DriveItem[] | null;
  /** Every item below the root. */
  readonly all: readonly DriveItem[];
}

const USUAL_FILE_COUNT = 24;

/** Made once for a scenario: a test that pages through ten thousand files asks a hundred times. */
const made = new WeakMap<Scenario, Map<string, DriveTree | null>>();

/** The person's OneDrive, or null when there is none. */
export function driveTree(person: Person, scenario: Scenario): DriveTree | null {
  const known = made.get(scenario) ?? new Map<string, DriveTree | null>();
  made.set(scenario, known);
  const tree = known.get(person.id) ?? makeTree(person, scenario);
  known.set(person.id, tree);
  return tree;
}

function makeTree(person: Person, { files, fileCount }: Scenario): DriveTree | null {
  if (!files && fileCount === undefined && !person.hasDrive) return null;
  const folders = new Map<string, DriveItem[]>();
  const all: DriveItem[] = [];
  const fill = (
    parent: { id: string; path: string },
    entries: readonly DriveEntry[],
    depth: number,
  ): void => {
    const items = entries.map((entry, index) => {
      const children = entry.folder ? childrenOf(index, depth) : [];
      const item = driveItem(person, entry, { index, parent, childCount: children.length });
      all.push(item);
      if (entry.folder) fill({ id: item.id, path: `${parent.path}/${entry.name}` }, children, depth + 1);
      return item;
    });
    folders.set(parent.id, items);
  };
  fill({ id: ROOT_ID, path: '' }, files ?? generatedFiles(fileCount ?? USUAL_FILE_COUNT), 0);
  return { children: (folder) => folders.get(folder) ?? null, all };
}

/** Folders in folders, the first one empty; always the same, and not deeper than three. */
function childrenOf(index: number, depth: number): DriveEntry[] {
  return depth > 1 ? [] : generatedFiles(depth === 0 ? index % 7 : 2);
}

import type { Person } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { driveId, driveItem, ROOT_ID, shortcutItem, type DriveItem } from './driveItem.ts';
import { generatedFiles, type DriveEntry } from './generatedFiles.ts';

/** A drive: what stands in each folder. */
export interface DriveTree {
  /** Null: there is no such folder. @param folder ROOT_ID or the id of a folder  @param drive another one */
  readonly children: (folder: string, drive?: string) => readonly DriveItem[] | null;
  /** Every item below the root; of a shortcut not what it leads to. */
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
  const own = driveId(person);
  const folders = new Map<string, DriveItem[]>();
  const all: DriveItem[] = [];
  /** @returns the item, after what is in it */
  const place = (
    entry: DriveEntry,
    index: number,
    drive: string,
    parent: Parent,
    depth: number,
  ): DriveItem => {
    const children = entry.folder ? (entry.files ?? childrenOf(index, depth)) : [];
    const item = driveItem(person, entry, { index, drive, parent, childCount: children.length });
    if (entry.folder) {
      fill(drive, { id: item.id, path: `${parent.path}/${entry.name}` }, children, depth + 1);
    }
    return item;
  };
  const fill = (drive: string, parent: Parent, entries: readonly DriveEntry[], depth: number): void => {
    const items = entries.map((entry, index) => {
      const { shortcut, members: _members, ...target } = entry;
      if (!shortcut) return place(entry, index, drive, parent, depth);
      const remote = place(target, index, `${own}-shared-${index}`, { id: ROOT_ID, path: '' }, depth);
      const item = driveItem(person, { ...entry, size: 0 }, { index, drive, parent, childCount: 0 });
      return shortcutItem(remote, item, shortcut.owner);
    });
    if (drive === own) all.push(...items);
    folders.set(`${drive} ${parent.id}`, items);
  };
  fill(own, { id: ROOT_ID, path: '' }, files ?? generatedFiles(fileCount ?? USUAL_FILE_COUNT), 0);
  return { children: (folder, drive = own) => folders.get(`${drive} ${folder}`) ?? null, all };
}

interface Parent {
  readonly id: string;
  readonly path: string;
}

/** Folders in folders, the first one empty; always the same, and not deeper than three. */
function childrenOf(index: number, depth: number): DriveEntry[] {
  return depth > 1 ? [] : generatedFiles(depth === 0 ? index % 7 : 2);
}

import type { User } from '../users.ts';
import type { Scenario } from '../scenario.ts';
import { driveId, driveItem, ROOT_ID, shortcutItem, type DriveItem } from './driveItem.ts';
import { generatedFiles, type DriveEntry } from './generatedFiles.ts';

/** The folders of a drive and their items. */
export interface DriveTree {
  /**
   * Returns null if there is no such folder.
   * @param folder ROOT_ID or the id of a folder
   * @param drive id of the drive. Default: the user's own
   */
  readonly children: (folder: string, drive?: string) => readonly DriveItem[] | null;
  /** All items in the user's own drive, at any depth; not the targets of shortcuts. */
  readonly all: readonly DriveItem[];
}

const DEFAULT_FILE_COUNT = 24;

/** Cached for each scenario: a test that pages through 10,000 files sends a hundred requests. */
const cache = new WeakMap<Scenario, Map<string, DriveTree | null>>();

/** Returns the user's OneDrive, or null if the user has none. */
export function driveTree(user: User, scenario: Scenario): DriveTree | null {
  const trees = cache.get(scenario) ?? new Map<string, DriveTree | null>();
  cache.set(scenario, trees);
  const tree = trees.get(user.id) ?? buildTree(user, scenario);
  trees.set(user.id, tree);
  return tree;
}

function buildTree(user: User, { files, fileCount }: Scenario): DriveTree | null {
  if (!files && fileCount === undefined && !user.hasDrive) return null;
  const own = driveId(user);
  const folders = new Map<string, DriveItem[]>();
  const all: DriveItem[] = [];
  /** Adds the content of a folder, then returns the item. */
  const addItem = (
    entry: DriveEntry,
    index: number,
    drive: string,
    parent: Parent,
    depth: number,
  ): DriveItem => {
    const children = entry.folder ? (entry.files ?? childrenOf(index, depth)) : [];
    const item = driveItem(user, entry, { index, drive, parent, childCount: children.length });
    if (entry.folder) {
      addFolder(drive, { id: item.id, path: `${parent.path}/${entry.name}` }, children, depth + 1);
    }
    return item;
  };
  const addFolder = (drive: string, parent: Parent, entries: readonly DriveEntry[], depth: number): void => {
    const items = entries.map((entry, index) => {
      const { shortcut, members: _members, ...target } = entry;
      if (!shortcut) return addItem(entry, index, drive, parent, depth);
      const remote = addItem(target, index, `${own}-shared-${index}`, { id: ROOT_ID, path: '' }, depth);
      const item = driveItem(user, { ...entry, size: 0 }, { index, drive, parent, childCount: 0 });
      return shortcutItem(remote, item, shortcut.owner);
    });
    if (drive === own) all.push(...items);
    folders.set(`${drive} ${parent.id}`, items);
  };
  addFolder(own, { id: ROOT_ID, path: '' }, files ?? generatedFiles(fileCount ?? DEFAULT_FILE_COUNT), 0);
  return { children: (folder, drive = own) => folders.get(`${drive} ${folder}`) ?? null, all };
}

interface Parent {
  readonly id: string;
  readonly path: string;
}

/** Returns generated content for a folder, three levels deep at most. The first folder is empty. */
function childrenOf(index: number, depth: number): DriveEntry[] {
  return depth > 1 ? [] : generatedFiles(depth === 0 ? index % 7 : 2);
}

/** One entry of a drive, before it becomes a driveItem. */
export interface DriveEntry {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly folder: boolean;
  readonly webUrl?: string | undefined;
  /** ISO 8601, UTC. */
  readonly modified?: string | undefined;
  /** What is in the folder; undefined: some generated files. */
  readonly files?: readonly DriveEntry[] | undefined;
  readonly shortcut?: { readonly owner: string } | undefined;
  /** Merged over the driveItem; null removes a member. */
  readonly members?: Readonly<Record<string, unknown>>;
}

const subjects = [
  'Annual report',
  'Budget',
  'Customer visit',
  'Design review',
  'Event plan',
  'Field notes',
  'Green roof study',
  'Hiring plan',
  'Inventory',
  'Launch timeline',
  'Meeting minutes',
  'Onboarding guide',
];
/** Folder, then every kind of file that the add-in tells apart. */
const endings = ['', '.docx', '.xlsx', '.pptx', '.pdf', '.png', '.txt', '.docx', '.zip', '.xlsx'];

const NEWEST = Date.UTC(2026, 10, 20, 16, 30);
const HOUR = 3_600_000;

/** Always the same files for the same count: unique names, varied kinds, sizes and dates. */
export function generatedFiles(count: number): DriveEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const subject = subjects[index % subjects.length] ?? '';
    const ending = endings[(index * 7) % endings.length] ?? '';
    const round = Math.floor(index / subjects.length);
    return {
      name: `${subject}${round === 0 ? '' : ` ${round + 1}`}${ending}`,
      size: ending === '' ? 0 : (index * index * 7919 + 1234) % 48_000_000,
      folder: ending === '',
      modified: new Date(NEWEST - index * 7 * HOUR).toISOString().replace('.000', ''),
    };
  });
}

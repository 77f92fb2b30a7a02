import { people, type Person } from '../people.ts';
import { addressOf, driveId, itemId, mimeType } from './driveItem.ts';
import type { TextParameters } from '../http/parameters.ts';
import { selected } from './profile.ts';

const names = [
  'Offer for the town hall.docx',
  'Prices 2027.xlsx',
  'Kick-off.pptx',
  'Site photos',
  'Safety rules.pdf',
  'Open questions.docx',
];

/**
 * `GET /me/drive/sharedWithMe`: what others gave the person. The facts stand in `remoteItem`, and of some there are
 * fewer (Graph, "drive: sharedWithMe": with Files.Read "some properties might be missing").
 */
export function sharedWithMe(person: Person, query: TextParameters): Record<string, unknown>[] {
  const owner = person.id === 'megan' ? people.adele : people.megan;
  const items = names.map((name, index) => {
    const folder = !name.includes('.');
    const known = index % 3 !== 2;
    const remoteItem = {
      id: itemId(`${owner.oid}/shared/${name}`),
      name,
      webUrl: addressOf(owner, `/${name}`),
      ...(known ? { size: 12_000 * (index + 1), lastModifiedDateTime: `2026-11-1${index}T09:30:00Z` } : {}),
      ...(folder ? { folder: { childCount: 3 } } : { file: { mimeType: mimeType(name) } }),
      parentReference: { driveType: 'business', driveId: driveId(owner), id: '01SHARED' },
    };
    return { id: itemId(`${person.oid}/shared/${name}`), name, remoteItem };
  });
  const select = query['$select'];
  return select === undefined ? items : items.map((item) => selected(item, select));
}

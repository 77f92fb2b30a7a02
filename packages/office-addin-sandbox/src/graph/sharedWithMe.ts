import { users, type User } from '../users.ts';
import { driveId, itemId, mimeType, webUrlOf } from './driveItem.ts';
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
 * Returns items shared with the user (`GET /me/drive/sharedWithMe`). Some lack size and date in `remoteItem` (Graph,
 * "drive: sharedWithMe": with Files.Read "some properties might be missing").
 */
export function sharedWithMe(user: User, query: TextParameters): Record<string, unknown>[] {
  const owner = user.id === 'megan' ? users.adele : users.megan;
  const items = names.map((name, index) => {
    const folder = !name.includes('.');
    const hasDetails = index % 3 !== 2;
    const remoteItem = {
      id: itemId(`${owner.oid}/shared/${name}`),
      name,
      webUrl: webUrlOf(owner, `/${name}`),
      ...(hasDetails
        ? { size: 12_000 * (index + 1), lastModifiedDateTime: `2026-11-1${index}T09:30:00Z` }
        : {}),
      ...(folder ? { folder: { childCount: 3 } } : { file: { mimeType: mimeType(name) } }),
      parentReference: { driveType: 'business', driveId: driveId(owner), id: '01SHARED' },
    };
    return { id: itemId(`${user.oid}/shared/${name}`), name, remoteItem };
  });
  const select = query['$select'];
  return select === undefined ? items : items.map((item) => selected(item, select));
}

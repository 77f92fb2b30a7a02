import type { TextsLike } from '../../../strings/index.ts';
import type { english } from './en.ts';

export default {
  aboutMe: 'เกี่ยวกับฉัน',
  loadingProfile: 'กำลังโหลดโปรไฟล์ของคุณ…',
  displayName: 'ชื่อ',
  mail: 'อีเมล',
  jobTitle: 'ตำแหน่งงาน',
  notSet: 'ไม่ได้ระบุ',
} satisfies TextsLike<typeof english>;

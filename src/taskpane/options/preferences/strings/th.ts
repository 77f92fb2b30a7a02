import type { TextsLike } from '../../../strings/index.ts';
import type { english } from './en.ts';

export default {
  saving: 'กำลังบันทึก…',
  saved: 'บันทึกแล้ว',
  notSaved: 'ไม่ได้บันทึก ตัวเลือกของคุณจะใช้ได้จนกว่าจะปิด Add-in',
  deleteSettings: 'ลบการตั้งค่าของฉัน',
  deleteSettingsText: 'ลบทุกอย่างที่ Add-in เก็บไว้เกี่ยวกับคุณ',
  settingsDeleted: 'ลบการตั้งค่าของคุณแล้ว',
} satisfies TextsLike<typeof english>;

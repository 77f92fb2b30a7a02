import type { TextsLike } from '../../strings/index.ts';
import type { english } from './index.ts';

/** The texts in other languages. They are few, so they load together. */
export const translations: Readonly<Partial<Record<string, TextsLike<typeof english>>>> = {
  ja: {
    saving: '保存しています…',
    saved: '保存しました',
    notSaved: '保存できませんでした。選択した内容はアドインを閉じるまで有効です。',
    deleteSettings: '自分の設定を削除',
    deleteSettingsText: 'アドインが保存したお客様の情報をすべて削除します。',
    settingsDeleted: '設定を削除しました。',
  },
  'pt-BR': {
    saving: 'Salvando…',
    saved: 'Salvo',
    notSaved: 'Não foi possível salvar. Sua escolha vale até você fechar o suplemento.',
    deleteSettings: 'Excluir minhas configurações',
    deleteSettingsText: 'Remove tudo o que o suplemento guardou sobre você.',
    settingsDeleted: 'Suas configurações foram excluídas.',
  },
  th: {
    saving: 'กำลังบันทึก…',
    saved: 'บันทึกแล้ว',
    notSaved: 'ไม่ได้บันทึก ตัวเลือกของคุณจะใช้ได้จนกว่าจะปิด Add-in',
    deleteSettings: 'ลบการตั้งค่าของฉัน',
    deleteSettingsText: 'ลบทุกอย่างที่ Add-in เก็บไว้เกี่ยวกับคุณ',
    settingsDeleted: 'ลบการตั้งค่าของคุณแล้ว',
  },
  de: {
    saving: 'Wird gespeichert …',
    saved: 'Gespeichert',
    notSaved: 'Nicht gespeichert. Ihre Wahl gilt, bis Sie das Add-In schließen.',
    deleteSettings: 'Meine Einstellungen löschen',
    deleteSettingsText: 'Entfernt alles, was das Add-In über Sie gespeichert hat.',
    settingsDeleted: 'Ihre Einstellungen wurden gelöscht.',
  },
  ar: {
    saving: 'جارٍ الحفظ…',
    saved: 'تم الحفظ',
    notSaved: 'لم يتم الحفظ. يبقى اختيارك ساريًا حتى تغلق الوظيفة الإضافية.',
    deleteSettings: 'حذف إعداداتي',
    deleteSettingsText: 'يزيل كل ما خزّنته الوظيفة الإضافية عنك.',
    settingsDeleted: 'تم حذف إعداداتك.',
  },
};

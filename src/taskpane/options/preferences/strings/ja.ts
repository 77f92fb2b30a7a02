import type { TextsLike } from '../../../strings/index.ts';
import type { english } from './en.ts';

export default {
  saving: '保存しています…',
  saved: '保存しました',
  notSaved: '保存できませんでした。選択した内容はアドインを閉じるまで有効です。',
  deleteSettings: '自分の設定を削除',
  deleteSettingsText: 'アドインが保存したお客様の情報をすべて削除します。',
  settingsDeleted: '設定を削除しました。',
} satisfies TextsLike<typeof english>;

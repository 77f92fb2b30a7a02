import type { TextsLike } from '../../../strings/index.ts';
import type { english } from './en.ts';

export default {
  saving: 'Salvando…',
  saved: 'Salvo',
  notSaved: 'Não foi possível salvar. Sua escolha vale até você fechar o suplemento.',
  deleteSettings: 'Excluir minhas configurações',
  deleteSettingsText: 'Remove tudo o que o suplemento guardou sobre você.',
  settingsDeleted: 'Suas configurações foram excluídas.',
} satisfies TextsLike<typeof english>;

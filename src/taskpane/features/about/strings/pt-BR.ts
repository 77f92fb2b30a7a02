import type { TextsLike } from '../../../strings/index.ts';
import type { english } from './en.ts';

export default {
  aboutMe: 'Sobre mim',
  loadingProfile: 'Carregando seu perfil…',
  displayName: 'Nome',
  mail: 'Email',
  jobTitle: 'Cargo',
  notSet: 'Não informado',
} satisfies TextsLike<typeof english>;

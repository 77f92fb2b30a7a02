import type { SharedTranslation } from '../index.ts';

export default {
  texts: {
    appTitle: 'Meus arquivos',
    signIn: 'Entrar',
    signInAnotherWay: 'Entrar de outra forma',
    signOut: 'Sair',
    useAnotherAccount: 'Usar outra conta',
    signedInAs: 'Conectado como {name}',
    photoOf: 'Foto de {name}',
    accountChanged: 'Agora a conta conectada é {name}. Estes são os arquivos dessa conta.',
    retry: 'Tentar novamente',
    cancel: 'Cancelar',
    canceling: 'Cancelando…',
    dismiss: 'Fechar',
    reload: 'Recarregar',
    copy: 'Copiar',
    copied: 'Copiado',
    copyFailed: 'Não foi possível copiar. Selecione o texto e copie-o.',
    copyConsentLink: 'Copiar link para o administrador',
    details: 'Detalhes',
    forDevelopers: 'Para desenvolvedores',
    hint: 'Dica',
    code: 'Código',
    officeCode: 'Código do Office',
    correlationId: 'ID de correlação',
    learnMore: 'Saiba mais',
    inserting: 'Inserindo…',
    insertStopped: 'Interrompido. Já inseridos: {done} de {total}. Eles continuam onde estão.',
    insertStoppedEarly: 'Interrompido antes da inserção do primeiro item.',
    insertStoppedUnsure:
      'Interrompido. A última etapa não foi confirmada; verifique o que foi inserido. Inserção confirmada: {done} de {total}.',
    insertedDocument: '– no documento, na posição do cursor',
    insertedCells: '– na planilha, a partir da célula selecionada',
    insertedNewSheet: '– na nova planilha {sheet}, porque não havia espaço a partir da célula selecionada',
    insertedSlide: '– no slide selecionado',
    insertedFirstSlide: '– no primeiro slide',
    insertedSeveralSlides: '– continua em novos slides no fim da apresentação',
    insertedNewSlides: '– no fim da apresentação, porque não havia espaço no slide',
    insertedUnlinked: '– sem links, porque esta versão do PowerPoint não permite adicioná-los',
    insertedMessage: '– na mensagem, na posição do cursor',
    insertedMessageStart: '– no início da mensagem, porque há texto selecionado nela',
    back: 'Voltar',
    insertAs: 'Inserir como',
    format_table: 'Tabela',
    format_list: 'Lista com detalhes',
    format_links: 'Somente links',
    insertedSoFar: '{done} de {total} inseridos…',
    undo: 'Desfazer',
    undoing: 'Desfazendo…',
    undone: 'O conteúdo inserido foi removido.',
    undoFailed: 'Nada foi removido, porque o conteúdo foi alterado depois.',
    menu: 'Mais',
    refresh: 'Atualizar',
    howItWorks: 'Como funciona',
    settings: 'Configurações',
    language: 'Idioma',
    languageOfOffice: 'O mesmo do Office',
    signingIn: 'Entrando…',
    signInWindowOpen: 'Continue na janela de entrada. Ela pode estar atrás desta.',
    stillWorking: 'Está demorando mais que o normal. Você pode esperar ou cancelar.',
    waiting: {
      one: 'Nova tentativa em {count} segundo',
      many: 'Nova tentativa em {count} de segundos',
      other: 'Nova tentativa em {count} segundos',
    },
    signedOutTitle: 'Entre para ver seus arquivos',
    reasonFiles: 'Veja seus arquivos do OneDrive aqui mesmo, no Office.',
    reasonInsert: 'Insira os arquivos que escolher, com links para eles.',
    reasonAccount: 'Use a conta corporativa ou de estudante que você já tem.',
    outsideOffice:
      'Esta página pertence a um suplemento do Office. Abra o suplemento no Word, Excel, PowerPoint ou Outlook.',
    noConnection: 'Sem conexão. Verifique sua conexão com a internet e escolha Recarregar.',
    documentReadOnly:
      'Isto está aberto somente para leitura. Abra para edição ou responda à mensagem e insira de novo.',
    defect:
      'Algo deu errado no suplemento. Seu trabalho no Office está seguro. Recarregue o suplemento para continuar.',
  },
  messages: {
    signInNeeded: {
      title: 'Entre na sua conta',
      text: 'O Office não conseguiu conectar você automaticamente. Escolha Entrar para continuar.',
    },
    signedOut: {
      title: 'Você não está conectado',
      text: 'Escolha Entrar para ver seus arquivos.',
    },
    signInCancelled: {
      title: 'A entrada foi cancelada',
      text: 'Quando quiser, escolha Entrar.',
    },
    signInUnfinished: {
      title: 'A entrada não foi concluída',
      text: 'A janela de entrada foi fechada antes da conclusão. Escolha Entrar para abri-la de novo.',
    },
    signInFailed: {
      title: 'Não foi possível entrar',
      text: 'Escolha Entrar para tentar mais uma vez. Se não funcionar, fale com o suporte.',
    },
    signInInProgress: {
      title: 'Ainda há uma janela de entrada aberta',
      text: 'Termine de entrar por lá ou feche essa janela e escolha Entrar.',
    },
    officeSessionBroken: {
      title: 'Sua sessão do Office precisa recomeçar',
      text: 'Saia do Office, feche todas as janelas do navegador, abra o Office novamente e entre na sua conta.',
    },
    securityZones: {
      title: 'Seu navegador está separando o Office deste suplemento',
      text: 'No Windows, abra Opções da Internet, depois Segurança, e coloque os sites do Office e deste suplemento na mesma zona. Depois escolha Entrar.',
    },
    busySigningIn: {
      title: 'O Office ainda está conectando você',
      text: 'Espere um momento e escolha Tentar novamente.',
    },
    popupsBlocked: {
      title: 'A janela de entrada foi bloqueada',
      text: 'Permita pop-ups para este site: use o ícone de janela bloqueada na barra de endereços ou procure por pop-ups nas configurações do navegador. Depois escolha Entrar.',
    },
    windowRefused: {
      title: 'A janela de entrada não foi aberta',
      text: 'Escolha Entrar e, quando o Office perguntar se pode abrir uma nova janela, escolha Permitir.',
    },
    verificationNeeded: {
      title: 'Confirme que é você',
      text: 'Sua organização pede mais uma etapa. Escolha Entrar e siga as instruções.',
    },
    consentNeeded: {
      title: 'Falta a sua permissão',
      text: 'O suplemento ainda não pode ler seus arquivos. Escolha Entrar para ver o que ele pede e concordar.',
    },
    consentDeclined: {
      title: 'A permissão não foi dada',
      text: 'Sem ela, o suplemento não pode mostrar seus arquivos. Se mudar de ideia, escolha Entrar.',
    },
    adminConsentNeeded: {
      title: 'Um administrador precisa aprovar este suplemento',
      text: 'Copie o link e envie-o ao seu administrador. Depois da aprovação, abra o suplemento novamente.',
    },
    policyBlocked: {
      title: 'Sua organização não permite o acesso a partir daqui',
      text: 'Tente outro dispositivo, outra rede ou outra conta, ou fale com seu administrador.',
    },
    accessDenied: {
      title: 'Você não tem acesso a isto',
      text: 'Use outra conta ou peça acesso ao seu administrador.',
    },
    organizationNotAllowed: {
      title: 'Este suplemento não está disponível para sua organização',
      text: 'Use uma conta de outra organização ou fale com seu administrador.',
    },
    accountChanged: {
      title: 'Outra conta está conectada agora',
      text: 'Continue com esta conta ou escolha Usar outra conta.',
    },
    addinMisconfigured: {
      title: 'Este suplemento não está configurado corretamente',
      text: 'Isso não pode ser resolvido por você. Envie os detalhes ao suporte.',
    },
    serverMisconfigured: {
      title: 'O servidor do suplemento não está configurado corretamente',
      text: 'Isso não pode ser resolvido por você. Envie os detalhes ao suporte.',
    },
    requestRefused: {
      title: 'O suplemento pode estar desatualizado',
      text: 'Escolha Recarregar. Se não ajudar, feche o suplemento e abra-o novamente.',
    },
    tokenRefused: {
      title: 'Sua entrada não foi aceita',
      text: 'Escolha Tentar novamente. Se continuar assim, envie os detalhes ao suporte.',
    },
    sessionExpired: {
      title: 'Sua sessão expirou',
      text: 'Escolha Entrar para continuar de onde parou.',
    },
    throttled: {
      title: 'Há muitas solicitações no momento',
      text: 'O suplemento continua sozinho após uma breve espera. Se não continuar, escolha Tentar novamente.',
    },
    serviceUnavailable: {
      title: 'O serviço não está disponível agora',
      text: 'Espere alguns minutos e escolha Tentar novamente. Sua seleção foi mantida.',
    },
    serviceSlow: {
      title: 'A resposta está demorando demais',
      text: 'Verifique sua conexão e escolha Tentar novamente. Sua seleção foi mantida.',
    },
    serviceFault: {
      title: 'Algo deu errado do nosso lado',
      text: 'Escolha Tentar novamente. Se acontecer de novo, envie os detalhes ao suporte.',
    },
    offline: {
      title: 'Sem conexão',
      text: 'Verifique sua conexão com a internet e escolha Tentar novamente. O suplemento também tenta de novo quando você volta a ficar online.',
    },
    noDrive: {
      title: 'Esta conta ainda não tem OneDrive',
      text: 'Abra o OneDrive uma vez no navegador para configurá-lo, use outra conta ou fale com seu administrador.',
    },
    notFound: {
      title: 'Isso não está mais aqui',
      text: 'Pode ter sido movido ou excluído. Escolha Tentar novamente para ver o que há agora.',
    },
    documentReadOnly: {
      title: 'Não é possível inserir aqui',
      text: 'Isto está aberto somente para leitura. Abra para edição ou responda à mensagem e insira de novo.',
    },
    documentUnsupported: {
      title: 'Esta versão do Office não consegue inserir arquivos',
      text: 'Atualize o Office ou abra seu trabalho no Office na Web e insira por lá.',
    },
    documentFailed: {
      title: 'Não foi possível inserir os arquivos',
      text: 'Coloque o cursor onde os arquivos devem ficar, conclua o que estiver editando e escolha Tentar novamente.',
    },
    unexpected: {
      title: 'Aconteceu algo inesperado',
      text: 'Escolha Tentar novamente. Se acontecer de novo, envie os detalhes ao suporte.',
    },
  },
} satisfies SharedTranslation;

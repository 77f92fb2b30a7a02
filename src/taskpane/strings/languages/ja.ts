import type { SharedTranslation } from '../index.ts';

export default {
  texts: {
    appTitle: 'マイ ファイル',
    signIn: 'サインイン',
    signInAnotherWay: '別の方法でサインイン',
    signOut: 'サインアウト',
    useAnotherAccount: '別のアカウントを使用する',
    signedInAs: '{name} としてサインインしています',
    photoOf: '{name} の写真',
    accountChanged: '現在 {name} としてサインインしています。このアカウントのファイルを表示しています。',
    retry: 'もう一度試す',
    cancel: 'キャンセル',
    canceling: 'キャンセルしています…',
    dismiss: '閉じる',
    reload: '再読み込み',
    copy: 'コピー',
    copied: 'コピーしました',
    copyFailed: 'コピーできませんでした。テキストを選択してコピーしてください。',
    copyConsentLink: '管理者用のリンクをコピー',
    details: '詳細',
    forDevelopers: '開発者向け',
    hint: 'ヒント',
    code: 'コード',
    officeCode: 'Office コード',
    correlationId: '関連付け ID',
    learnMore: '詳しく見る',
    inserting: '挿入しています…',
    insertStopped: '停止しました。挿入済み: {total} 個中 {done} 個 (そのまま残ります)。',
    insertStoppedEarly: '停止しました。まだ 1 つも挿入されていません。',
    insertStoppedUnsure:
      '停止しました。最後の操作が完了したか確認できないため、内容をご確認ください。挿入が確認できたもの: {total} 個中 {done} 個。',
    insertedDocument: '(文書のカーソル位置)',
    insertedCells: '(シートの選択したセルの位置)',
    insertedNewSheet: '(選択したセルの位置に空きがなかったため、新しいシート {sheet})',
    insertedSlide: '(選択したスライド)',
    insertedFirstSlide: '(最初のスライド)',
    insertedSeveralSlides: '(続きはプレゼンテーションの末尾の新しいスライド)',
    insertedNewSlides: '(スライドに空きがないため、プレゼンテーションの末尾)',
    insertedUnlinked: '(このバージョンの PowerPoint ではリンクを設定できないため、リンクなし)',
    insertedMessage: '(メッセージのカーソル位置)',
    insertedMessageStart: '(メッセージ内で選択された部分があるため、メッセージの先頭)',
    back: '戻る',
    insertAs: '挿入形式',
    format_table: '表',
    format_list: '詳細付きリスト',
    format_links: 'リンクのみ',
    insertedSoFar: '{total} 個中 {done} 個を挿入しました…',
    undo: '元に戻す',
    undoing: '元に戻しています…',
    undone: '挿入した内容を削除しました。',
    undoFailed: 'その後に内容が変更されたため、削除しませんでした。',
    menu: 'その他',
    refresh: '最新の情報に更新',
    howItWorks: '使い方',
    settings: '設定',
    language: '言語',
    languageOfOffice: 'Office と同じ',
    signingIn: 'サインインしています…',
    signInWindowOpen:
      'サインイン ウィンドウで続けてください。このウィンドウの後ろに隠れていることがあります。',
    stillWorking: '通常より時間がかかっています。このまま待つか、キャンセルできます。',
    waiting: {
      other: '{count} 秒後にもう一度試します',
    },
    signedOutTitle: 'サインインするとファイルが表示されます',
    reasonFiles: 'Office の中で OneDrive のファイルを表示できます。',
    reasonInsert: '選んだファイルをリンク付きで挿入できます。',
    reasonAccount: 'お使いの職場または学校のアカウントをそのまま使えます。',
    outsideOffice:
      'このページは Office アドインの一部です。Word、Excel、PowerPoint、Outlook でアドインを開いてください。',
    noConnection: '接続できません。インターネット接続を確認してから [再読み込み] を選んでください。',
    documentReadOnly:
      '読み取り専用で開いています。編集できる状態で開くか、メッセージに返信してから、もう一度挿入してください。',
    defect:
      'アドインで問題が発生しました。Office で作業中の内容は失われていません。続けるにはアドインを再読み込みしてください。',
  },
  messages: {
    signInNeeded: {
      title: 'サインインしてください',
      text: '自動でサインインできませんでした。続けるには [サインイン] を選んでください。',
    },
    signedOut: {
      title: 'サインインしていません',
      text: 'ファイルを表示するには [サインイン] を選んでください。',
    },
    signInCancelled: {
      title: 'サインインをキャンセルしました',
      text: '準備ができたら [サインイン] を選んでください。',
    },
    signInUnfinished: {
      title: 'サインインが完了していません',
      text: '完了する前にサインイン ウィンドウが閉じました。もう一度開くには [サインイン] を選んでください。',
    },
    signInFailed: {
      title: 'サインインできませんでした',
      text: '[サインイン] を選んでもう一度お試しください。それでもうまくいかないときは、サポート担当者に問い合わせてください。',
    },
    signInInProgress: {
      title: 'サインイン ウィンドウが開いたままです',
      text: 'そのウィンドウでサインインを完了するか、閉じてから [サインイン] を選んでください。',
    },
    officeSessionBroken: {
      title: 'Office にサインインし直す必要があります',
      text: 'Office からサインアウトし、ブラウザーのウィンドウをすべて閉じてから、もう一度 Office を開いてサインインしてください。',
    },
    securityZones: {
      title: 'ブラウザーの設定で Office とアドインが分離されています',
      text: 'Windows の [インターネット オプション] の [セキュリティ] で、Office とこのアドインのサイトを同じゾーンに入れてください。そのあと [サインイン] を選んでください。',
    },
    busySigningIn: {
      title: 'Office がサインインの処理をしています',
      text: '少し待ってから [もう一度試す] を選んでください。',
    },
    popupsBlocked: {
      title: 'サインイン ウィンドウがブロックされました',
      text: 'このサイトのポップアップを許可してください。アドレス バーに表示されるブロックのアイコンか、ブラウザーの設定の「ポップアップ」から変更できます。そのあと [サインイン] を選んでください。',
    },
    windowRefused: {
      title: 'サインイン ウィンドウが開きませんでした',
      text: '[サインイン] を選び、新しいウィンドウを開くかどうか確認されたら [許可] を選んでください。',
    },
    verificationNeeded: {
      title: 'ご本人の確認が必要です',
      text: '組織が追加の確認を求めています。[サインイン] を選び、画面の案内に従ってください。',
    },
    consentNeeded: {
      title: '許可が必要です',
      text: 'アドインはまだファイルを読み取れません。[サインイン] を選ぶと、求められている内容を確認して許可できます。',
    },
    consentDeclined: {
      title: '許可されませんでした',
      text: '許可がないとファイルを表示できません。許可する場合は [サインイン] を選んでください。',
    },
    adminConsentNeeded: {
      title: '管理者の承認が必要です',
      text: 'リンクをコピーして管理者に送ってください。承認されたら、アドインを開き直してください。',
    },
    policyBlocked: {
      title: '組織の設定により、ここからはアクセスできません',
      text: '別のデバイス、ネットワーク、またはアカウントで試すか、管理者に問い合わせてください。',
    },
    accessDenied: {
      title: 'アクセス権がありません',
      text: '別のアカウントを使うか、管理者にアクセス権を依頼してください。',
    },
    organizationNotAllowed: {
      title: 'お使いの組織ではこのアドインを利用できません',
      text: '別の組織のアカウントを使うか、管理者に問い合わせてください。',
    },
    accountChanged: {
      title: '別のアカウントでサインインしています',
      text: 'このアカウントで続けるか、[別のアカウントを使用する] を選んでください。',
    },
    addinMisconfigured: {
      title: 'アドインが正しく設定されていません',
      text: 'お客様の側では解決できません。サポート担当者に詳細をお伝えください。',
    },
    serverMisconfigured: {
      title: 'アドインのサーバーが正しく設定されていません',
      text: 'お客様の側では解決できません。サポート担当者に詳細をお伝えください。',
    },
    requestRefused: {
      title: 'アドインが最新ではない可能性があります',
      text: '[再読み込み] を選んでください。解決しない場合は、アドインを閉じて開き直してください。',
    },
    tokenRefused: {
      title: 'サインインが受け付けられませんでした',
      text: '[もう一度試す] を選んでください。変わらない場合は、サポート担当者に詳細をお伝えください。',
    },
    sessionExpired: {
      title: 'サインインの有効期限が切れました',
      text: '[サインイン] を選ぶと、続きから再開できます。',
    },
    throttled: {
      title: 'ただいま混み合っています',
      text: '少し待つと自動で再開します。再開しないときは [もう一度試す] を選んでください。',
    },
    serviceUnavailable: {
      title: '現在サービスを利用できません',
      text: '数分待ってから [もう一度試す] を選んでください。選択した内容はそのまま残っています。',
    },
    serviceSlow: {
      title: '応答に時間がかかりすぎています',
      text: '接続を確認してから [もう一度試す] を選んでください。選択した内容はそのまま残っています。',
    },
    serviceFault: {
      title: 'サービス側で問題が発生しました',
      text: '[もう一度試す] を選んでください。繰り返し起きる場合は、サポート担当者に詳細をお伝えください。',
    },
    offline: {
      title: '接続できません',
      text: 'インターネットに接続しているか確認してから [もう一度試す] を選んでください。接続が回復すると自動的に再試行します。',
    },
    noDrive: {
      title: 'このアカウントにはまだ OneDrive がありません',
      text: 'ブラウザーで一度 OneDrive を開いて準備するか、別のアカウントを使うか、管理者に問い合わせてください。',
    },
    notFound: {
      title: '見つかりません',
      text: '移動または削除された可能性があります。[もう一度試す] を選ぶと、現在の内容が表示されます。',
    },
    documentReadOnly: {
      title: 'ここには挿入できません',
      text: '読み取り専用で開いています。編集できる状態で開くか、メッセージに返信してから、もう一度挿入してください。',
    },
    documentUnsupported: {
      title: 'このバージョンの Office ではファイルを挿入できません',
      text: 'Office を更新するか、Web 版の Office で開いて挿入してください。',
    },
    documentFailed: {
      title: 'ファイルを挿入できませんでした',
      text: '挿入する場所にカーソルを置き、入力中の編集を終えてから [もう一度試す] を選んでください。',
    },
    unexpected: {
      title: '予期しない問題が発生しました',
      text: '[もう一度試す] を選んでください。繰り返し起きる場合は、サポート担当者に詳細をお伝えください。',
    },
  },
} satisfies SharedTranslation;

import type { SharedTranslation } from '../index.ts';

export default {
  texts: {
    appTitle: 'Meine Dateien',
    signIn: 'Anmelden',
    signInAnotherWay: 'Auf andere Weise anmelden',
    signOut: 'Abmelden',
    useAnotherAccount: 'Anderes Konto verwenden',
    signedInAs: 'Angemeldet als {name}',
    photoOf: 'Foto von {name}',
    accountChanged: 'Sie sind jetzt als {name} angemeldet. Das sind die Dateien dieses Kontos.',
    retry: 'Erneut versuchen',
    cancel: 'Abbrechen',
    canceling: 'Wird abgebrochen …',
    dismiss: 'Schließen',
    reload: 'Neu laden',
    copy: 'Kopieren',
    copied: 'Kopiert',
    copyFailed: 'Das ließ sich nicht kopieren. Markieren und kopieren Sie den Text bitte selbst.',
    copyConsentLink: 'Link für Administrator kopieren',
    details: 'Details',
    forDevelopers: 'Für Entwickler',
    hint: 'Hinweis',
    code: 'Code',
    officeCode: 'Office-Code',
    correlationId: 'Korrelations-ID',
    learnMore: 'Weitere Informationen',
    inserting: 'Wird eingefügt …',
    insertStopped: 'Abgebrochen. Bereits eingefügt: {done} von {total}. Das bleibt erhalten.',
    insertStoppedEarly: 'Abgebrochen, bevor das erste Element eingefügt wurde.',
    insertStoppedUnsure:
      'Abgebrochen. Der letzte Schritt wurde nicht bestätigt. Bitte sehen Sie nach, was eingefügt wurde. Sicher eingefügt: {done} von {total}.',
    insertedDocument: '– im Dokument, an der Cursorposition',
    insertedCells: '– im Blatt, ab der ausgewählten Zelle',
    insertedNewSheet: '– auf dem neuen Blatt {sheet}, weil bei der ausgewählten Zelle kein Platz war',
    insertedSlide: '– auf der ausgewählten Folie',
    insertedFirstSlide: '– auf der ersten Folie',
    insertedSeveralSlides: '– fortgesetzt auf neuen Folien am Ende der Präsentation',
    insertedNewSlides: '– am Ende der Präsentation, weil auf der Folie kein Platz war',
    insertedUnlinked: '– ohne Links, weil diese Version von PowerPoint keine setzen kann',
    insertedMessage: '– in der Nachricht, an der Cursorposition',
    insertedMessageStart: '– am Anfang der Nachricht, weil darin etwas markiert ist',
    back: 'Zurück',
    insertAs: 'Einfügen als',
    format_table: 'Tabelle',
    format_list: 'Liste mit Details',
    format_links: 'Nur Links',
    insertedSoFar: '{done} von {total} eingefügt …',
    undo: 'Rückgängig',
    undoing: 'Wird rückgängig gemacht …',
    undone: 'Der eingefügte Inhalt wurde entfernt.',
    undoFailed: 'Der eingefügte Inhalt wurde nicht entfernt, weil sich seitdem etwas geändert hat.',
    menu: 'Mehr',
    refresh: 'Aktualisieren',
    howItWorks: 'So funktioniert es',
    settings: 'Einstellungen',
    language: 'Sprache',
    languageOfOffice: 'Wie in Office',
    signingIn: 'Sie werden angemeldet …',
    signInWindowOpen: 'Fahren Sie im Anmeldefenster fort. Es liegt vielleicht hinter diesem Fenster.',
    stillWorking: 'Das dauert länger als sonst. Sie können warten oder abbrechen.',
    waiting: {
      one: 'Neuer Versuch in {count} Sekunde',
      other: 'Neuer Versuch in {count} Sekunden',
    },
    signedOutTitle: 'Melden Sie sich an, um Ihre Dateien zu sehen',
    reasonFiles: 'Ihre OneDrive-Dateien direkt in Office.',
    reasonInsert: 'Fügen Sie die gewünschten Dateien ein, mit Links zu ihnen.',
    reasonAccount: 'Verwenden Sie Ihr vorhandenes Geschäfts-, Schul- oder Unikonto.',
    outsideOffice:
      'Diese Seite gehört zu einem Office-Add-In. Öffnen Sie das Add-In in Word, Excel, PowerPoint oder Outlook.',
    noConnection: 'Keine Verbindung. Prüfen Sie Ihre Internetverbindung und wählen Sie dann „Neu laden“.',
    documentReadOnly:
      'Dies ist nur zum Lesen geöffnet. Öffnen Sie es zum Bearbeiten, oder antworten Sie auf die Nachricht, und fügen Sie dann ein.',
    defect:
      'Im Add-In ist etwas schiefgegangen. Ihre Arbeit in Office ist sicher. Laden Sie das Add-In neu, um fortzufahren.',
  },
  messages: {
    signInNeeded: {
      title: 'Bitte melden Sie sich an',
      text: 'Office konnte Sie nicht von selbst anmelden. Wählen Sie „Anmelden“, um fortzufahren.',
    },
    signedOut: {
      title: 'Sie sind abgemeldet',
      text: 'Wählen Sie „Anmelden“, um Ihre Dateien zu sehen.',
    },
    signInCancelled: {
      title: 'Die Anmeldung wurde abgebrochen',
      text: 'Wenn Sie so weit sind, wählen Sie „Anmelden“.',
    },
    signInUnfinished: {
      title: 'Die Anmeldung wurde nicht abgeschlossen',
      text: 'Das Anmeldefenster wurde vorher geschlossen. Wählen Sie „Anmelden“, um es wieder zu öffnen.',
    },
    signInFailed: {
      title: 'Die Anmeldung hat nicht geklappt',
      text: 'Wählen Sie „Anmelden“, um es noch einmal zu versuchen. Klappt es wieder nicht, wenden Sie sich an den Support.',
    },
    signInInProgress: {
      title: 'Ein Anmeldefenster ist noch offen',
      text: 'Melden Sie sich dort fertig an, oder schließen Sie das Fenster und wählen Sie „Anmelden“.',
    },
    officeSessionBroken: {
      title: 'Ihre Office-Sitzung braucht einen Neustart',
      text: 'Melden Sie sich bei Office ab, schließen Sie alle Browserfenster, öffnen Sie Office dann neu und melden Sie sich an.',
    },
    securityZones: {
      title: 'Ihr Browser trennt Office und dieses Add-In',
      text: 'Öffnen Sie in Windows die Internetoptionen, dann „Sicherheit“, und ordnen Sie die Websites von Office und von diesem Add-In derselben Zone zu. Wählen Sie danach „Anmelden“.',
    },
    busySigningIn: {
      title: 'Office meldet Sie gerade noch an',
      text: 'Warten Sie einen Moment und wählen Sie dann „Erneut versuchen“.',
    },
    popupsBlocked: {
      title: 'Das Anmeldefenster wurde blockiert',
      text: 'Lassen Sie Pop-ups für diese Website zu: über das Symbol für blockierte Fenster in der Adressleiste oder unter „Pop-ups“ in den Browsereinstellungen. Wählen Sie dann „Anmelden“.',
    },
    windowRefused: {
      title: 'Das Anmeldefenster wurde nicht geöffnet',
      text: 'Wählen Sie „Anmelden“ und, wenn Office fragt, ob ein neues Fenster geöffnet werden soll, „Zulassen“.',
    },
    verificationNeeded: {
      title: 'Bitte bestätigen Sie, dass Sie es sind',
      text: 'Ihre Organisation verlangt einen weiteren Schritt. Wählen Sie „Anmelden“ und folgen Sie den Anweisungen.',
    },
    consentNeeded: {
      title: 'Ihre Zustimmung fehlt noch',
      text: 'Das Add-In darf Ihre Dateien noch nicht lesen. Wählen Sie „Anmelden“, um zu sehen, worum es bittet, und zuzustimmen.',
    },
    consentDeclined: {
      title: 'Die Zustimmung wurde nicht erteilt',
      text: 'Ohne sie kann das Add-In Ihre Dateien nicht zeigen. Wenn Sie es sich anders überlegen, wählen Sie „Anmelden“.',
    },
    adminConsentNeeded: {
      title: 'Ein Administrator muss dieses Add-In genehmigen',
      text: 'Kopieren Sie den Link und senden Sie ihn Ihrem Administrator. Öffnen Sie das Add-In nach der Genehmigung erneut.',
    },
    policyBlocked: {
      title: 'Ihre Organisation erlaubt den Zugriff von hier nicht',
      text: 'Versuchen Sie es mit einem anderen Gerät, Netzwerk oder Konto, oder fragen Sie Ihren Administrator.',
    },
    accessDenied: {
      title: 'Sie haben darauf keinen Zugriff',
      text: 'Verwenden Sie ein anderes Konto, oder bitten Sie Ihren Administrator um Zugriff.',
    },
    organizationNotAllowed: {
      title: 'Dieses Add-In ist für Ihre Organisation nicht verfügbar',
      text: 'Verwenden Sie das Konto einer anderen Organisation, oder fragen Sie Ihren Administrator.',
    },
    accountChanged: {
      title: 'Jetzt ist ein anderes Konto angemeldet',
      text: 'Fahren Sie mit diesem Konto fort, oder wählen Sie „Anderes Konto verwenden“.',
    },
    addinMisconfigured: {
      title: 'Dieses Add-In ist nicht richtig eingerichtet',
      text: 'Das können Sie nicht selbst beheben. Geben Sie die Details an den Support weiter.',
    },
    serverMisconfigured: {
      title: 'Der Server des Add-Ins ist nicht richtig eingerichtet',
      text: 'Das können Sie nicht selbst beheben. Geben Sie die Details an den Support weiter.',
    },
    requestRefused: {
      title: 'Das Add-In ist vielleicht nicht aktuell',
      text: 'Wählen Sie „Neu laden“. Hilft das nicht, schließen Sie das Add-In und öffnen Sie es wieder.',
    },
    tokenRefused: {
      title: 'Ihre Anmeldung wurde nicht akzeptiert',
      text: 'Wählen Sie „Erneut versuchen“. Bleibt es dabei, geben Sie die Details an den Support weiter.',
    },
    sessionExpired: {
      title: 'Ihre Anmeldung ist abgelaufen',
      text: 'Wählen Sie „Anmelden“, um dort fortzufahren, wo Sie waren.',
    },
    throttled: {
      title: 'Gerade gibt es sehr viele Anfragen',
      text: 'Nach kurzer Wartezeit geht es von selbst weiter. Falls nicht, wählen Sie „Erneut versuchen“.',
    },
    serviceUnavailable: {
      title: 'Der Dienst ist gerade nicht verfügbar',
      text: 'Warten Sie ein paar Minuten und wählen Sie dann „Erneut versuchen“. Ihre Auswahl bleibt erhalten.',
    },
    serviceSlow: {
      title: 'Die Antwort dauert zu lange',
      text: 'Prüfen Sie Ihre Verbindung und wählen Sie dann „Erneut versuchen“. Ihre Auswahl bleibt erhalten.',
    },
    serviceFault: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Wählen Sie „Erneut versuchen“. Passiert es wieder, geben Sie die Details an den Support weiter.',
    },
    offline: {
      title: 'Keine Verbindung',
      text: 'Prüfen Sie Ihre Internetverbindung und wählen Sie dann „Erneut versuchen“. Sobald Sie wieder online sind, versucht es das Add-In auch selbst.',
    },
    noDrive: {
      title: 'Dieses Konto hat noch kein OneDrive',
      text: 'Öffnen Sie OneDrive einmal im Browser, um es einzurichten, verwenden Sie ein anderes Konto, oder fragen Sie Ihren Administrator.',
    },
    notFound: {
      title: 'Das ist nicht mehr da',
      text: 'Es wurde vielleicht verschoben oder gelöscht. Wählen Sie „Erneut versuchen“, um zu sehen, was jetzt da ist.',
    },
    documentReadOnly: {
      title: 'Hier lässt sich nichts einfügen',
      text: 'Dies ist nur zum Lesen geöffnet. Öffnen Sie es zum Bearbeiten, oder antworten Sie auf die Nachricht, und fügen Sie dann ein.',
    },
    documentUnsupported: {
      title: 'Diese Office-Version kann keine Dateien einfügen',
      text: 'Aktualisieren Sie Office, oder öffnen Sie Ihre Arbeit in Office im Web und fügen Sie dort ein.',
    },
    documentFailed: {
      title: 'Die Dateien konnten nicht eingefügt werden',
      text: 'Setzen Sie den Cursor an die gewünschte Stelle, beenden Sie laufende Eingaben und wählen Sie dann „Erneut versuchen“.',
    },
    unexpected: {
      title: 'Etwas Unerwartetes ist passiert',
      text: 'Wählen Sie „Erneut versuchen“. Passiert es wieder, geben Sie die Details an den Support weiter.',
    },
  },
} satisfies SharedTranslation;

/** XML; a MailApp needs a separate file. */
export const XML_MANIFESTS = ['manifest.xml', 'manifest.outlook.xml'] as const;
/** The unified manifest, for all applications. */
export const UNIFIED_MANIFEST = 'manifest.json';
/** The manifests that the project may have; an add-in for one application has not all of them. */
export const MANIFESTS = [...XML_MANIFESTS, UNIFIED_MANIFEST] as const;

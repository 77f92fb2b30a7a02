/** Namespaces of the manifest format ([MS-OWEMXML] section 2.1). */
const OFFICE = 'http://schemas.microsoft.com/office';

export const APP = `${OFFICE}/appforoffice/1.1`;
export const APP_1_0 = `${OFFICE}/appforoffice/1.0`;
export const BASIC = `${OFFICE}/officeappbasictypes/1.0`;
export const TASK_PANE = `${OFFICE}/taskpaneappversionoverrides`;
export const CONTENT = `${OFFICE}/contentappversionoverrides`;
export const MAIL = `${OFFICE}/mailappversionoverrides`;
export const MAIL_1_1 = `${MAIL}/1.1`;
/** Stores append a signature to manifests. */
export const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';

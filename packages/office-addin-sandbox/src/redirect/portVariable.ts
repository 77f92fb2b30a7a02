/** The port of the sandbox's host page, which two ports follow, or all three ports with commas between them. */
export const PORT_VARIABLE = 'OFFICE_ADDIN_SANDBOX_PORT';

/** An error whose message says what is wrong and how to fix it. The CLI prints it without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

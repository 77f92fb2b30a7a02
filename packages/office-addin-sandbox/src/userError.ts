/** An error whose message tells the user what is wrong and how to fix it. The CLI shows it without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

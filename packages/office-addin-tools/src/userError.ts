/** An error whose message is a sentence for the developer: what is wrong and the fix. Shown without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

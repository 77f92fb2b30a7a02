/** An error with a message for the developer: the problem and the fix. Printed without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

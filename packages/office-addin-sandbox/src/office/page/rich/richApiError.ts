/** An error of the object model, which office.js converts to an OfficeExtension.Error. */
export class RichApiError extends Error {
  override readonly name = 'RichApiError';
  readonly code: string;
  readonly location: string;
  readonly httpStatus: number;

  constructor(code: string, message: string, location: string, httpStatus = 400) {
    super(message);
    this.code = code;
    this.location = location;
    this.httpStatus = httpStatus;
  }
}

export const invalidArgument = (location: string, why: string) =>
  new RichApiError('InvalidArgument', why, location);

export const itemNotFound = (location: string) =>
  new RichApiError('ItemNotFound', "The requested resource doesn't exist.", location, 404);

/** Throws ItemNotFound, in expressions such as `find(id) ?? failNotFound('…')`. */
export function failNotFound(location: string): never {
  throw itemNotFound(location);
}

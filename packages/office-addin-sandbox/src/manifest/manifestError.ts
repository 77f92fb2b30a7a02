import { UserError } from '../userError.ts';

/** A manifest that can't be used. The message names file, line and element. */
export class ManifestError extends UserError {
  /**
   * @param line from 1
   * @param element name of the element or path of the member, such as `extensions[0].runtimes`
   */
  constructor(file: string, line: number, element: string, problem: string) {
    super(`${file}, line ${line}${element === '' ? '' : `, ${element}`}: ${problem}`);
  }
}

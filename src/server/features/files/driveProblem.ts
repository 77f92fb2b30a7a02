import { isProblem } from '../../../contract/problem.ts';
import { graphErrorOf, type ExplainFailure, type GraphFailure } from '../../graph/graphProblem.ts';

/**
 * Returns what a refusal of a list means.
 * @param inDrive the list is of the user's own drive, not of a folder with an id
 * @param paged the request came from a cursor, which can be too old
 */
export function explainList(inDrive: boolean, paged: boolean): ExplainFailure {
  return (failure) => {
    const { usual, status } = failure;
    // The root of the drive is not found: there is no drive. A later page of it can only be too old.
    const noDrive = usual === 'no_drive' || (usual === 'not_found' && !paged) || lacksLicense(failure);
    if (inDrive && noDrive) return { code: 'no_drive' };
    if (paged && (usual === 'request_invalid' || (usual === undefined && status === 400))) {
      const detail = 'The cursor is no longer valid; start again with the first page.';
      return { code: 'request_invalid', detail };
    }
    return undefined;
  };
}

/**
 * Text decides: a tenant without SharePoint gets 400 BadRequest "Tenant does not have a SPO license", a user without a
 * license 403 accessDenied, and both codes have many other causes. In another language the second one stays
 * access_denied; for the first see `readFirst` in readFiles.ts, which needs no text.
 */
function lacksLicense({ status, message }: GraphFailure): boolean {
  return (status === 400 || status === 403) && /mysite|licen[sc]e|not provisioned/i.test(message);
}

/**
 * Tells whether Graph may have refused only the form of the request: an order, a selection or a page size that this
 * drive does not support. Graph has several codes for it (invalidRequest, notSupported, BadRequest,
 * invalidQueryOption), and each has other causes as well.
 */
export function mayRefuseOptions(error: unknown): boolean {
  const answer = graphErrorOf(error);
  if (!isProblem(error) || answer === undefined) return false;
  if (answer.codes.includes('notsupported')) return true;
  // Other problems have a cause that no other form of the request would remove.
  if (error.code !== 'graph_error' && error.code !== 'graph_unavailable') return false;
  return answer.status === 400 || answer.status === 422 || answer.status === 501;
}

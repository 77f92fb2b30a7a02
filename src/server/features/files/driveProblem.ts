import { isProblem } from '../../../contract/problem.ts';
import { graphErrorOf, type ExplainFailure, type GraphFailure } from '../../graph/graphProblem.ts';

/**
 * Returns the mapping of Graph's error responses to problems for a list of files.
 * @param inDrive true: the list is of the user's own drive, not of a folder with an id
 * @param paged true: the request has a cursor, which may have expired
 */
export function explainList(inDrive: boolean, paged: boolean): ExplainFailure {
  return (failure) => {
    const { usual, status } = failure;
    // If the root of the drive is not found, there is no drive. On a later page, the cursor has expired.
    const noDrive = usual === 'no_drive' || (usual === 'not_found' && !paged) || lacksLicense(failure);
    if (inDrive && noDrive) return { code: 'no_drive' };
    if (paged && (usual === 'request_invalid' || (usual === undefined && status === 400))) {
      const detail = 'The cursor has expired. Start again with the first page.';
      return { code: 'request_invalid', detail };
    }
    return undefined;
  };
}

/**
 * Depends on the text: Graph returns 400 BadRequest "Tenant does not have a SPO license" for a tenant without SharePoint
 * and 403 accessDenied for a user without a license, and both codes have many other causes. In other languages, the
 * second one stays access_denied; `readFirst` in readFiles.ts handles the first without its text.
 */
function lacksLicense({ status, message }: GraphFailure): boolean {
  return (status === 400 || status === 403) && /mysite|licen[sc]e|not provisioned/i.test(message);
}

/**
 * Returns whether Graph may have rejected only the OData options: an order, a selection or a page size that this drive
 * does not support. Graph has several codes for it (invalidRequest, notSupported, BadRequest, invalidQueryOption), and
 * each has other causes as well.
 */
export function mayRefuseOptions(error: unknown): boolean {
  const graphError = graphErrorOf(error);
  if (!isProblem(error) || graphError === undefined) return false;
  if (graphError.codes.includes('notsupported')) return true;
  // Other options would not help with any other problem.
  if (error.code !== 'graph_error' && error.code !== 'graph_unavailable') return false;
  return [400, 422, 501].includes(graphError.status);
}

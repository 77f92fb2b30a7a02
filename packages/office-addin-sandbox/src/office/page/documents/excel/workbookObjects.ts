import type { HostObject } from '../../rich/hostObject.ts';
import type { Area } from './address.ts';
import type { WorkbookModel } from './workbookModel.ts';

/** Creates the objects of a workbook that lead to each other. */
export interface WorkbookObjects {
  readonly model: WorkbookModel;
  readonly sheet: (name: string) => HostObject;
  /** Tables that overlap the area; of the whole sheet without one. */
  readonly tables: (sheet: string, area?: Area) => HostObject;
}

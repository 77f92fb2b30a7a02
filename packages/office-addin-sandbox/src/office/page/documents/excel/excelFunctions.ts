import { ApiObject, noBag } from '../../rich/apiObject.ts';
import { callFunction, type Matrix, type Scalar } from './formulaEngine.ts';
import { ExcelRange } from './excelRange.ts';

/** `workbook.functions`: worksheet functions such as `sum` and `norm_S_Dist`, without a formula in a cell. */
export class ExcelFunctions extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.Functions'];
  override readonly apiType = 'Excel.Functions';
  override readonly apiBag = noBag;

  override apiMethod(name: string): ((...args: readonly unknown[]) => unknown) | undefined {
    const excelName = name.replaceAll('_', '.').toUpperCase();
    const isKnown = callFunction(excelName) !== undefined;
    return isKnown
      ? (...args) => new ExcelFunctionResult(callFunction(excelName)?.(args.map(argument)) ?? null)
      : undefined;
  }
}

function argument(value: unknown): Scalar | Matrix {
  if (value instanceof ExcelRange)
    return value.values.map((line) => line.map((one) => (one === '' ? null : one)));
  if (value instanceof ExcelFunctionResult) return value.apiResult;
  return (value ?? null) as Scalar | Matrix;
}

class ExcelFunctionResult extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.FunctionResult'];
  override readonly apiType = 'Excel.FunctionResult';
  override readonly apiBag = noBag;
  readonly apiResult: Scalar;

  constructor(result: Scalar | Matrix) {
    super();
    this.apiResult = Array.isArray(result) ? ((result as Matrix)[0]?.[0] ?? null) : (result as Scalar);
  }

  get value(): unknown {
    return this.apiResult instanceof Error ? this.apiResult.message : this.apiResult;
  }

  get error(): string {
    return this.apiResult instanceof Error ? this.apiResult.message : '';
  }
}

export const excelFunctionClasses = [ExcelFunctions, ExcelFunctionResult];

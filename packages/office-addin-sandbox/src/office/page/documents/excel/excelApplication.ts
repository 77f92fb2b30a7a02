import { ApiObject, noBag, type Bag } from '../../rich/apiObject.ts';
import type { WorkbookModel } from './workbookModel.ts';

/** Formats of en-US, the language of formulas and number formats in the sandbox. */
const culture = {
  dateSeparator: '/',
  longDatePattern: 'dddd, MMMM d, yyyy',
  shortDatePattern: 'M/d/yyyy',
  timeSeparator: ':',
  longTimePattern: 'h:mm:ss AM/PM',
  decimalSeparator: '.',
  thousandsSeparator: ',',
} as const;

export class ExcelApplication extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.Application'];
  override readonly apiType = 'Excel.Application';
  override readonly apiBag: Bag;
  readonly #model: WorkbookModel;

  constructor(model: WorkbookModel, bag: Bag) {
    super();
    this.#model = model;
    this.apiBag = bag;
  }

  get cultureInfo(): ApiObject {
    return new ExcelCulture();
  }

  get calculationState(): string {
    return 'Done';
  }

  get calculationEngineVersion(): number {
    return 191_029;
  }

  get decimalSeparator(): string {
    return culture.decimalSeparator;
  }

  get thousandsSeparator(): string {
    return culture.thousandsSeparator;
  }

  get useSystemSeparators(): boolean {
    return true;
  }

  /** Formulas are evaluated when a value is read. */
  calculate(): null {
    this.#model.calculation.invalidate();
    for (const sheet of this.#model.sheets) this.#model.events.calculated(sheet);
    return null;
  }

  /** The document is drawn once after each batch. */
  suspendScreenUpdatingUntilNextSync(): null {
    return null;
  }

  suspendApiCalculationUntilNextSync(): null {
    return null;
  }
}

class ExcelCulture extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.CultureInfo'];
  override readonly apiType = 'Excel.CultureInfo';
  override readonly apiBag = noBag;

  get name(): string {
    return 'en-US';
  }

  get datetimeFormat(): ApiObject {
    return new ExcelDateFormat();
  }

  get numberFormat(): ApiObject {
    return new ExcelNumberFormat();
  }
}

class ExcelDateFormat extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.DatetimeFormatInfo'];
  override readonly apiType = 'Excel.DatetimeFormatInfo';
  override readonly apiBag = noBag;

  get dateSeparator(): string {
    return culture.dateSeparator;
  }

  get longDatePattern(): string {
    return culture.longDatePattern;
  }

  get shortDatePattern(): string {
    return culture.shortDatePattern;
  }

  get timeSeparator(): string {
    return culture.timeSeparator;
  }

  get longTimePattern(): string {
    return culture.longTimePattern;
  }
}

class ExcelNumberFormat extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.NumberFormatInfo'];
  override readonly apiType = 'Excel.NumberFormatInfo';
  override readonly apiBag = noBag;

  get numberDecimalSeparator(): string {
    return culture.decimalSeparator;
  }

  get numberGroupSeparator(): string {
    return culture.thousandsSeparator;
  }
}

export const excelApplicationClasses = [ExcelApplication, ExcelCulture, ExcelDateFormat, ExcelNumberFormat];

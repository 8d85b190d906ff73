/** One row's cells, read as values: what cannot be read is a problem that names its column. */
import type { z } from 'zod';
import type { ColumnId } from './columns.ts';
import { splitList } from './lists.ts';

/** What is wrong with a row: nothing of it, and of its import, is written. */
export const rowProblems = [
  'missing',
  'tooLong',
  'badText',
  'badId',
  'badEmail',
  'badDomain',
  'badLinkedin',
  'badDay',
  'ambiguousDay',
  'badAmount',
  'badCurrency',
  'badYesNo',
  'unknownWord',
  'unknownAccount',
  'ambiguousAccount',
  'unknownContact',
  'unknownSolution',
  'hiddenSolution',
  'unknownStage',
  'unknownDecision',
  'ambiguousDecision',
  'twoRecords',
  'tooMany',
  'excluded',
  'notOpen',
  'unknownColumn',
] as const;
export type RowProblem = (typeof rowProblems)[number];

/** What a person should look at before the import; it is done all the same. */
export const rowNotes = [
  'newAccount',
  'sameName',
  'elsewhere',
  'domainLeftOut',
  'ownerUnknown',
  'stageKept',
  'statusKept',
  'rolesKept',
  'openBeside',
] as const;
export type RowNote = (typeof rowNotes)[number];

export interface Remark<Code extends string> {
  column: ColumnId;
  code: Code;
  /** The cell, or what it met. */
  value: string;
}

export type Values = Partial<Record<ColumnId, string>>;

export class Cells {
  readonly problems: Remark<RowProblem>[] = [];
  readonly notes: Remark<RowNote>[] = [];
  readonly #values: Values;
  constructor(values: Values) {
    this.#values = values;
  }

  /** The cell as text; an empty one is absent. */
  raw(column: ColumnId): string | undefined {
    return this.#values[column]?.trim() || undefined;
  }

  has(...columns: ColumnId[]): boolean {
    return columns.some((column) => this.raw(column) !== undefined);
  }

  problem(column: ColumnId, code: RowProblem, value = this.raw(column) ?? ''): undefined {
    // Too many are noticed in the cell, and once more with those on record.
    const isTold = this.problems.some((one) => one.code === 'tooMany' && one.column === column);
    if (code !== 'tooMany' || !isTold)
      this.problems.push({ column, code, value: value.slice(0, 200) });
    return undefined;
  }

  note(column: ColumnId, code: RowNote, value = this.raw(column) ?? ''): undefined {
    this.notes.push({ column, code, value: value.slice(0, 200) });
    return undefined;
  }

  /** By one of our shapes. */
  text<T>(column: ColumnId, shape: z.ZodType<T>, code: RowProblem = 'badText'): T | undefined {
    const raw = this.raw(column);
    if (raw === undefined) return undefined;
    const parsed = shape.safeParse(raw);
    if (parsed.success) return parsed.data;
    const long = parsed.error.issues.some((issue) => issue.code === 'too_big');
    return this.problem(column, long ? 'tooLong' : code);
  }

  /** By a function that gives `undefined` for what it does not know. */
  word<T>(
    column: ColumnId,
    read: (text: string) => T | undefined,
    code: RowProblem = 'unknownWord',
  ): T | undefined {
    const raw = this.raw(column);
    if (raw === undefined) return undefined;
    const value = read(raw);
    return value === undefined ? this.problem(column, code) : value;
  }

  /** The values of a list, each once; `null` leaves one out. */
  list<T>(
    column: ColumnId,
    most: number,
    read: (text: string) => T | null | undefined,
    code: RowProblem,
    split: (cell: string) => string[] = splitList,
  ): T[] {
    const values: T[] = [];
    for (const part of split(this.raw(column) ?? '')) {
      const value = read(part);
      if (value === undefined) this.problem(column, code, part);
      else if (value !== null && !values.includes(value)) values.push(value);
    }
    if (values.length > most) this.problem(column, 'tooMany');
    return values;
  }
}

/**
 * A number of at least 0 as people write it: `1.234,50`, `1,234.50`, `€ 120 000`, `1'000`. A sign before exactly
 * three digits parts thousands, so `1.234` is a thousand and more.
 */
export function amountIn(text: string): number | undefined {
  const bare = text.replace(/[\p{Sc}\s\u00a0\u202f'’]|\b[A-Z]{3}\b/gu, '');
  if (!/^\d[\d.,]*$/.test(bare)) return undefined;
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const sign = bare[last];
  const once = last === -1 || bare.indexOf(sign ?? '') === last;
  const both = bare.includes('.') && bare.includes(',');
  const isDecimal = last !== -1 && once && (both || bare.length - last - 1 !== 3);
  const whole = isDecimal ? bare.slice(0, last) : bare;
  if (!/^\d+([.,]?\d{3})*$/.test(whole) && !/^\d+$/.test(whole)) return undefined;
  if (/[.,]/.test(whole) && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return undefined;
  const value = Number(`${whole.replace(/[.,]/g, '')}.${isDecimal ? bare.slice(last + 1) : '0'}`);
  return value <= 1e15 ? value : undefined;
}

/** An amount as `amountIn` reads it back. */
export function amountText(amount: number): string {
  const text = amount.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** A calendar day; `ambiguous` where day and month could be either. */
export function dayIn(text: string): string | 'ambiguous' | undefined {
  const iso = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: .*)?$/.exec(text);
  if (german) return day(german[3], german[2], german[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?: .*)?$/.exec(text);
  if (!slashed) return undefined;
  const [, a, b, year] = slashed;
  if (a === b) return day(year, a, b);
  const [dayFirst, monthFirst] = [day(year, b, a), day(year, a, b)];
  return dayFirst && monthFirst ? 'ambiguous' : (dayFirst ?? monthFirst);
}

function day(year = '', month = '', date = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(+at) && at.toISOString().startsWith(text) ? text : undefined;
}

/** Counts how often labelled titles agree with the classifier. Used by the script and the tests, never shipped. */
import type { JobFunction, Seniority } from './kinds.ts';
import { persona } from './persona.ts';

export type Labelled = { title: string; label: string };
export type Count = {
  label: string;
  support: number;
  precision: number | null;
  recall: number | null;
};
export type Measured = { count: number; accuracy: number; classes: Count[] };

/** The study's departments; functions that it does not have are its "Other". */
const departments: Partial<Record<JobFunction, string>> = {
  marketing: 'Marketing',
  sales: 'Sales',
  business_development: 'Business Development',
  information_technology: 'Information Technology',
  project_management: 'Project Management',
  consulting: 'Consulting',
  administration: 'Administrative',
  purchasing: 'Purchasing',
  customer_support: 'Customer Support',
  human_resources: 'Human Resources',
};

/** The study's list has no "Professional": whoever carries no mark of rank is "Senior" there. */
const levels: Record<Seniority, string> = {
  junior: 'Junior',
  professional: 'Senior',
  senior: 'Senior',
  lead: 'Lead',
  director: 'Director',
  management: 'Management',
};

export const departmentOf = (title: string): string =>
  departments[persona(title).function] ?? 'Other';
export const levelOf = (title: string): string => levels[persona(title).seniority];

/** Reads `text,label` rows; a text may be quoted. */
export function parseLabelled(csv: string): Labelled[] {
  return csv
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const comma = line.lastIndexOf(',');
      const text = line.slice(0, comma);
      const title = /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
      return { title, label: line.slice(comma + 1) };
    });
}

export function measure(rows: Labelled[], classify: (title: string) => string): Measured {
  const answers = rows.map(({ title, label }) => ({ label, answer: classify(title) }));
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const right = answers.filter(({ label, answer }) => label === answer).length;
  const classes = [...new Set(rows.map(({ label }) => label))].map((label) => {
    const of = answers.filter((one) => one.label === label);
    const said = answers.filter((one) => one.answer === label);
    const both = of.filter((one) => one.answer === label).length;
    return {
      label,
      support: of.length,
      precision: share(both, said.length),
      recall: share(both, of.length),
    };
  });
  return {
    count: rows.length,
    accuracy: share(right, rows.length) ?? 0,
    classes: classes.sort((a, b) => b.support - a.support),
  };
}

/** A Markdown table of a measurement. */
export function asTable(name: string, { count, accuracy, classes }: Measured): string {
  const number = (share: number | null) => (share === null ? '-' : share.toFixed(2));
  return [
    `${name}: accuracy ${accuracy.toFixed(3)} on ${count} titles`,
    '',
    '| class | titles | precision | recall |',
    '| --- | ---: | ---: | ---: |',
    ...classes.map(
      ({ label, support, precision, recall }) =>
        `| ${label} | ${support} | ${number(precision)} | ${number(recall)} |`,
    ),
    '',
  ].join('\n');
}

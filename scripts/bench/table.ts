/** The measurements as plain text: medians of both, and the median and quartiles of their ratio. */
import { quartiles } from '../../lib/model/quartiles.ts';
import type { Measured } from './measure.ts';

const of = (values: readonly number[]) =>
  quartiles(values.map((time) => ({ time, ended: true }))) as Record<
    'lower' | 'median' | 'upper',
    number
  >;

export function table(measured: readonly Measured[], rounds: number): string {
  const rows = measured.map(({ what, bare, rounds, each }) => {
    const ratio = of(rounds.map((round) => round.ours / round.bare));
    return [
      what,
      amount(of(rounds.map(({ ours }) => ours)).median, each),
      bare,
      amount(of(rounds.map((round) => round.bare)).median, each),
      `${ratio.median.toFixed(2)}x`,
      `${ratio.lower.toFixed(2)}–${ratio.upper.toFixed(2)}`,
    ];
  });
  const head = ['', 'ours', 'against', 'bare', 'time', 'quartiles'];
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const numbers = new Set([1, 3, 4, 5]);
  const lines = all.map((row) =>
    row
      .map((cell, at) =>
        numbers.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [
    ...lines,
    `Rounds: ${rounds}. Medians; “time” is ours by the bare one, round by round.`,
  ].join('\n');
}

function amount(ms: number, each: number | undefined): string {
  if (each !== undefined) return `${((each / ms) * 1000).toFixed(0)}/s`;
  return ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
}

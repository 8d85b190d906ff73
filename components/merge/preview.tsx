import { ArrowLeftRight, Check, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { MergePreview } from '#lib/panel/merge-preview.ts';
import type { Merged } from '#lib/panel/merges.ts';
import { useDoing } from '../acts.tsx';
import { Effects } from '../decision/coverage-change.tsx';
import { calendarDay, listed, shortened } from '../format.ts';
import { fieldsOf } from '../record/where-from.tsx';
import { Breakable } from '../ui/breakable.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { focusOnce } from '../ui/focus.ts';
import { useAsked } from '../use-asked.ts';

/** Both side by side with what each field will say, then what moves, and what to know before it is done. */
export function Preview({ preview, onTurn }: { preview: MergePreview; onTurn: () => void }) {
  const { kept, merged, moves, bothIn, twoOf, effects, partial } = preview;
  const id = useId();
  const rows = useRows(preview);
  return (
    <>
      <h2 id={id} ref={focusOnce} tabIndex={-1} className="font-semibold outline-none">
        {t('mergeInto', { name: shortened(merged.name), kept: shortened(kept.name) })}
      </h2>
      <table aria-labelledby={id} className="w-full table-fixed border-collapse text-start">
        <thead>
          <tr className="text-small text-muted">
            <th scope="col" className="w-17 pb-1 text-start font-normal">
              <span className="sr-only">{t('mergeField')}</span>
            </th>
            <th scope="col" className="pb-1 pe-2 text-start font-normal">
              {t('mergeStays')}
            </th>
            <th scope="col" className="pb-1 text-start font-normal">
              {t('mergeGoesIn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, label, sides }) => (
            <tr key={field} className="border-t border-line align-top">
              <th scope="row" className="py-1 pe-1 text-start text-small font-normal text-muted">
                {t(label)}
              </th>
              {sides.map(({ side, values, holds }) => (
                <td key={side} className="py-1 pe-2 last:pe-0">
                  <Values values={values} holds={holds} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button className="self-start bg-page" onClick={onTurn}>
        <ArrowLeftRight aria-hidden size={14} />
        <span className="line-clamp-2">{t('mergeTurn', { name: merged.name })}</span>
      </Button>
      <p>
        {moves.length === 0
          ? t('mergeNothingMoves')
          : t('mergeMoves', {
              what: listed(moves.map(({ kind, count }) => movedWords[kind](count))),
            })}
      </p>
      <Effects of={effects} />
      {partial && <p className="text-small text-muted">{t('mergePartial')}</p>}
      {[
        ...bothIn.map((name) => t('mergeBothIn', { name })),
        ...twoOf.map((name) => t('mergeTwoOf', { name })),
      ].map((warning) => (
        <p key={warning} className="flex gap-2">
          <TriangleAlert aria-hidden size={16} className="mt-px shrink-0 text-warn" />
          <span className="min-w-0">{warning}</span>
        </p>
      ))}
    </>
  );
}

const movedWords: Record<MergePreview['moves'][number]['kind'], (count: number) => string> = {
  opportunity: (count) => t('moveDecisions', { count }),
  contact: (count) => t('movePeople', { count }),
  member: (count) => t('moveMembers', { count }),
  touch: (count) => t('moveTouches', { count }),
  interest: (count) => t('moveInterests', { count }),
  note: (count) => t('moveNotes', { count }),
  playStep: (count) => t('moveSteps', { count }),
};

/** Each in a line of its own. */
function Values({ values, holds }: { values: readonly string[]; holds: boolean }) {
  if (values.length === 0) return <span className="text-muted">–</span>;
  return (
    <span className={cx('flex gap-1', !holds && 'text-muted line-through')}>
      {holds && (
        <Check aria-label={t('mergeHolds')} size={14} className="mt-1 shrink-0 text-accent" />
      )}
      <span className="min-w-0">
        {values.map((value) => (
          <span key={value} className="block">
            <Breakable>{value}</Breakable>
          </span>
        ))}
      </span>
    </span>
  );
}

/** Of each field that either has: what both say, and whether that is so afterwards. */
function useRows({ kept, merged, joined }: MergePreview) {
  const { ask } = useDoing();
  const users = useAsked(ask?.users) ?? [];
  const say = (record: Merged, field: string): string[] => {
    const value = (record as Readonly<Record<string, unknown>>)[field];
    if (Array.isArray(value)) return value.map(String);
    if (field === 'ownerId') return users.flatMap(({ id, name }) => (id === value ? name : []));
    if (field === 'left' && typeof value === 'string')
      return [calendarDay(value.slice(0, 10), Date.now())];
    if (value === true) return [t('yes')];
    return typeof value === 'string' && value ? [value] : [];
  };
  return fieldsOf('domains' in kept ? 'account' : 'contact').flatMap(([field, label]) => {
    const after = say(joined, field);
    const sides = ([kept, merged] as const).map((record, at) => {
      const said = say(record, field);
      const holds = said.every((one) => after.includes(one));
      return { side: at === 0 ? 'kept' : 'merged', values: said, holds };
    });
    return sides.some(({ values }) => values.length > 0) ? [{ field, label, sides }] : [];
  });
}

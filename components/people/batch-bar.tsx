import { t } from '#lib/browser/i18n.ts';
import { tagsOfAll } from '#lib/model/tags.ts';
import { type Batch, leftOutReasons } from '#lib/panel/batch.ts';
import { canBeTagged } from '#lib/panel/batch-acts.ts';
import type { TicksState } from '#lib/panel/ticks.ts';
import type { ListDecisionView, PersonView } from '#lib/panel/view.ts';
import { useDoing } from '../acts.tsx';
import { listed } from '../format.ts';
import { forms } from '../forms.ts';
import { TagEditor } from '../tags/tag-editor.tsx';
import { Select } from '../ui/select.tsx';
import { tellHeight } from '../ui/tell-height.ts';
import { AttachAll } from './attach-all.tsx';

const batchHeight = tellHeight('--batch');

/** At the foot of a list, always in sight: the decision that all who are ticked join at once, and their tags. */
export function BatchBar({
  ticked,
  ticks,
  decisions,
  view,
  batch,
  checking,
}: {
  ticked: readonly PersonView[];
  ticks: TicksState;
  decisions: readonly ListDecisionView[];
  /** The decision they are to join; absent where there is none. */
  view: ListDecisionView | undefined;
  batch: Batch | undefined;
  /** Whether they are on record is being asked: nobody is attached before. */
  checking: boolean;
}) {
  const { acts } = useDoing();
  const taggable = ticked.filter(canBeTagged);
  const tags = taggable.map(({ match }) =>
    match.is === 'known' ? (match.contact.tags ?? []) : [],
  );
  const untagged = ticked.length - taggable.length;
  return (
    <section
      ref={batchHeight}
      aria-label={t('withTicked')}
      className="sticky bottom-(--dock,0px) z-5 flex flex-col gap-2 border-t border-line bg-raised px-4 py-3 shadow-float"
    >
      <p role="status" className="font-medium tabular-nums">
        {t('ticked', { count: ticked.length })}
      </p>
      {view && batch ? (
        <Attaching
          view={view}
          batch={batch}
          ticks={ticks}
          decisions={decisions}
          checking={checking}
        />
      ) : (
        <p className="text-muted">{t('batchNoDecision')}</p>
      )}
      {taggable.length > 0 && (
        <TagEditor
          label={t('tagsOfTicked')}
          form={forms.ticked}
          above
          tags={tagsOfAll(tags)}
          onChange={(add, remove) => acts.tagPeople(taggable, add, remove)}
        />
      )}
      {untagged > 0 && (
        <p className="text-small text-muted">{t('notTagged', { count: untagged })}</p>
      )}
    </section>
  );
}

function Attaching({
  view,
  batch,
  ticks,
  decisions,
  checking,
}: {
  view: ListDecisionView;
  batch: Batch;
  ticks: TicksState;
  decisions: readonly ListDecisionView[];
  checking: boolean;
}) {
  const { joining, leftOut, byName } = batch;
  const { decision } = view;
  const { id } = decision.opportunity;
  const reasons = leftOutReasons.flatMap((reason) => {
    const count = [...leftOut.values()].filter((one) => one === reason).length;
    return count > 0 ? [{ reason, count }] : [];
  });
  return (
    <>
      <Select
        label={t('batchDecision')}
        value={id}
        onChange={({ target }) => ticks.choose({ opportunityId: target.value })}
      >
        {decisions.map(({ account, decision: { opportunity, solution } }) => (
          <option key={opportunity.id} value={opportunity.id}>
            {t('decisionAt', { solution: solution.name, account: account.name })}
          </option>
        ))}
      </Select>
      {byName > 0 && (
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            checked={ticks.byName}
            onChange={({ target }) => ticks.choose({ byName: target.checked })}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          {t('byNameToo', { count: byName })}
        </label>
      )}
      <AttachAll
        label={joining.size > 0 ? t('attachMany', { count: joining.size }) : t('attachNone')}
        decision={decision}
        batch={batch}
        disabled={checking}
        onDone={() => ticks.only([...leftOut.keys()])}
      />
      {reasons.length > 0 && (
        <p className="text-small text-muted">
          {t('notJoining', {
            reason: listed(
              reasons.map(({ reason, count }) =>
                t('leftOut', { reason: t(`leftOut_${reason}`), count }),
              ),
            ),
          })}
        </p>
      )}
    </>
  );
}

import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { MergedKind } from '#lib/model/records/merge.ts';
import type { Merged } from '#lib/panel/merges.ts';
import { usePaused } from '#lib/panel/use-paused.ts';
import { useDoing } from '../acts.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { onEscape } from '../ui/escape.ts';
import { Field } from '../ui/field.tsx';
import { focusOnce } from '../ui/focus.ts';
import { useAsked } from '../use-asked.ts';
import { reasonsOf, useBeyond, useFetched } from './beyond.tsx';

/** Those of a like name first; who else there is, is found by typing. */
export function Candidates({
  kind,
  record,
  onChoose,
  onDone,
}: {
  kind: MergedKind;
  record: Merged;
  onChoose: (other: Merged) => void;
  onDone: () => void;
}) {
  const { ask } = useDoing();
  const [query, setQuery] = useState('');
  const found = useAsked(ask && (() => ask.mergeable(kind, record.id, query)), query);
  // What a merge shows beforehand is read from the cache: one of the server's is fetched first.
  const beyond = useBeyond(kind === 'account' ? record.id : undefined, usePaused(query.trim()));
  const { fetch, fetching, missing } = useFetched(onChoose);
  const here = new Set(found?.map(({ id }) => id));
  const others = beyond?.is === 'found' ? beyond.accounts.filter(({ id }) => !here.has(id)) : [];
  const title = t('mergeOf', { name: record.name });
  return (
    <section
      aria-label={title}
      onKeyDown={onEscape(onDone)}
      className="flex flex-col gap-3 border-t border-line bg-sunk px-4 py-3"
    >
      <h2 className="font-semibold">{title}</h2>
      <Field
        ref={focusOnce}
        type="search"
        label={t(kind === 'account' ? 'mergeFindAccount' : 'mergeFindPerson')}
        maxLength={200}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      {found && found.length > 0 && (
        <div>
          <p className="pb-1 text-small text-muted">
            {query.trim() === '' ? t('mergeLike') : t('mergeFound')}
          </p>
          <ul className="-mx-2 flex flex-col">
            {found.map((other) => (
              <li key={other.id}>
                <Candidate other={other} onChoose={() => onChoose(other)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {found && others.length > 0 && (
        <div>
          <p className="pb-1 text-small text-muted">{t('mergeBeyond')}</p>
          <ul className="-mx-2 flex flex-col">
            {others.map((other) => (
              <li key={other.id}>
                <Row
                  name={other.name}
                  known={saidOnce(other.line, reasonsOf(other.because))}
                  company
                  onChoose={() => fetch(other)}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p role="status" className="text-small text-muted empty:hidden">
        {fetching
          ? t('mergeFetching', { name: fetching.name })
          : missing
            ? t('mergeNotFetched', { name: missing.name })
            : found?.length === 0 &&
              others.length === 0 &&
              t(query.trim() === '' ? 'mergeNoLike' : 'findNothing')}
      </p>
      {beyond?.is === 'away' && <p className="text-small text-muted">{t('mergeOnlyHere')}</p>}
      <div>
        <Button look="bare" className="-ms-2.5" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}

/** What tells a company from others of its name, unless the reasons name it. */
const saidOnce = (line: string, reasons: string): string[] =>
  reasons.includes(line) ? [reasons] : [line, reasons];

function Candidate({ other, onChoose }: { other: Merged; onChoose: () => void }) {
  const company = 'domains' in other;
  const known = company
    ? [...other.domains, ...(other.placeholder ? [t('accountPlaceholder')] : [])]
    : [other.title ?? other.headline, other.emails[0]];
  return <Row name={other.name} known={known} company={company} onChoose={onChoose} />;
}

function Row({
  name,
  known,
  company,
  onChoose,
}: {
  name: string;
  known: readonly (string | undefined)[];
  company: boolean;
  onChoose: () => void;
}) {
  const about = known.filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex w-full items-center gap-2 rounded-medium px-2 py-1 text-start hover:bg-page"
    >
      {company ? (
        <span
          aria-hidden
          className="inline-flex size-7 shrink-0 items-center justify-center rounded-medium bg-page text-muted"
        >
          <Building2 size={16} />
        </span>
      ) : (
        <Avatar name={name} className="ring-1 ring-line" />
      )}
      <span className="min-w-0 flex-1">
        <bdi className="block truncate">{name}</bdi>
        {about && <bdi className="line-clamp-2 text-small text-muted">{about}</bdi>}
      </span>
    </button>
  );
}

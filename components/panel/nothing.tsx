import { Building2, Handshake, type LucideIcon, ScanSearch, Search, UserRound } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { SearchKind } from '#lib/model/search.ts';
import type { HomeView } from '#lib/panel/home.ts';
import type { Target as Opened } from '#lib/panel/visit.ts';
import { useDoing } from '../acts.tsx';
import { rolesLabel, stageLabel } from '../labels.ts';
import { Section } from '../ui/section.tsx';
import { Empty } from './empty.tsx';
import { practiceAddress } from './practice.ts';
import { CopyReport, EnterByHand } from './unread.tsx';

const icons: Record<SearchKind, LucideIcon> = {
  contact: UserRound,
  account: Building2,
  opportunity: Handshake,
};

/** A page that shows nobody: the way to whom one looks for, what was opened last, and which own decisions lack somebody. */
export function Nothing({
  server,
  site,
  home,
}: {
  server?: string;
  site: string | null;
  home?: HomeView;
}) {
  const { openSearch, singleKeys } = useDoing();
  const practice = practiceAddress(server);
  const used = home !== undefined && home.recent.length + home.mine.length > 0;
  return (
    <>
      {openSearch && (
        <div className="px-4 pt-3">
          <button
            type="button"
            onClick={openSearch}
            className="flex min-h-9 w-full items-center gap-2 rounded-medium border border-edge bg-page px-2 text-start text-muted hover:bg-sunk"
          >
            <Search aria-hidden size={16} className="shrink-0" />
            <span className="min-w-0 flex-1 truncate">{t('findPlaceholder')}</span>
            {singleKeys && (
              <kbd aria-hidden className="rounded-small border border-line px-1.5 text-small">
                /
              </kbd>
            )}
          </button>
        </div>
      )}
      <Empty
        icon={ScanSearch}
        title={t('nobodyHere')}
        act={
          <div className="flex flex-wrap items-center gap-2">
            <EnterByHand />
            {site !== null && <CopyReport />}
            {practice && (
              <a
                href={practice}
                target="_blank"
                rel="noreferrer"
                className="inline-flex min-h-7 items-center rounded-medium border border-line px-2.5 font-medium hover:border-edge hover:bg-sunk"
              >
                {t('openPractice')}
              </a>
            )}
          </div>
        }
      >
        {used ? <p>{t('findHint')}</p> : <p>{t('nobodyHereWhere')}</p>}
        {!used && (
          <ul className="list-disc ps-4">
            <li>{t('whereProfile')}</li>
            <li>{t('whereCompany')}</li>
            <li>{t('whereMail')}</li>
          </ul>
        )}
      </Empty>
      {home && <Home home={home} />}
    </>
  );
}

function Home({ home: { recent, mine } }: { home: HomeView }) {
  const { visit } = useDoing();
  if (!visit) return null;
  const open = ({ kind, id, scope }: Opened) => visit({ kind, id, scope });
  return (
    <>
      <Section title={t('mineTitle')} count={mine.length}>
        {mine.length === 0 && <p className="px-4 pt-1 pb-3 text-muted">{t('mineNone')}</p>}
        <ul className="px-2 pb-2">
          {mine.map(({ decision, account }) => (
            <Row
              key={decision.opportunity.id}
              icon={icons.opportunity}
              name={decision.solution.name}
              about={`${account.name} · ${stageLabel(decision.stage)}`}
              due={t('mineDue', { roles: rolesLabel(decision.gaps.map(({ seat }) => seat.role)) })}
              onOpen={() =>
                open({ kind: 'opportunity', id: decision.opportunity.id, scope: account.id })
              }
            />
          ))}
        </ul>
      </Section>
      {recent.length > 0 && (
        <Section title={t('recentTitle')}>
          <ul className="px-2 pb-2">
            {recent.map((hit) => (
              <Row
                key={`${hit.kind} ${hit.id}`}
                icon={icons[hit.kind]}
                name={hit.name}
                about={hit.line}
                onOpen={() => open(hit)}
              />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Row({
  icon: Icon,
  name,
  about,
  due,
  onOpen,
}: {
  icon: LucideIcon;
  name: string;
  about: string;
  due?: string;
  onOpen: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex w-full items-start gap-2 rounded-medium px-2 py-1.5 text-start hover:bg-sunk"
      >
        <Icon aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
        <span className="min-w-0 flex-1">
          <bdi className="block truncate">{name}</bdi>
          {about && <bdi className="block truncate text-small text-muted">{about}</bdi>}
          {due && <span className="block text-small text-warn">{due}</span>}
        </span>
      </button>
    </li>
  );
}

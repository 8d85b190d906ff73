/** The values of a history, as the panel says them elsewhere. */
import { z } from 'zod';
import { t } from '#lib/browser/i18n.ts';
import { Access } from '#lib/contract/access.ts';
import { PlayState } from '#lib/model/records/play-step.ts';
import { BuyingRole, InterestLevel, MemberStatus, Stance, Team } from '#lib/model/vocabulary.ts';
import type { HistoryNames } from '#lib/panel/history/history.ts';
import { calendarDay, figure, listed } from '../format.ts';
import {
  interestLabel,
  rolesLabel,
  stageLabel,
  stanceLabel,
  statusLabel,
  teamLabel,
} from '../labels.ts';

type Say = (value: unknown, names: HistoryNames, now: number) => string | undefined;

/** Said so where it is of this shape. */
function shaped<T>(
  shape: z.ZodType<T>,
  say: (value: T, names: HistoryNames, now: number) => string,
): Say {
  return (value, names, now) => {
    const { data } = shape.safeParse(value);
    return data === undefined ? undefined : say(data, names, now);
  };
}

const userName = (id: string, { users }: HistoryNames) => nameOf(users, id) ?? t('unknownUser');
const user = shaped(z.string(), userName);
const day = shaped(z.iso.date(), (text, _, now) => calendarDay(text, now));
const yes = shaped(z.boolean(), (is) => t(is ? 'yes' : 'no'));
const nameOf = (all: HistoryNames['users'], id: string) => all.find((one) => one.id === id)?.name;

/** By the field's name, the same in every kind of record. */
const says: Readonly<Record<string, Say>> = {
  stageId: shaped(z.string(), (id, { stages }) => {
    const stage = stages.find((one) => one.id === id);
    return stage ? stageLabel(stage) : t('stageGone');
  }),
  ...{ ownerId: user, assigneeId: user, closeDate: day, due: day },
  left: shaped(z.iso.datetime(), (at, _, now) => calendarDay(at.slice(0, 10), now)),
  amount: shaped(z.number(), figure),
  roles: shaped(z.array(BuyingRole), (roles) =>
    roles.length > 0 ? rolesLabel(roles) : t('noRole'),
  ),
  status: shaped(MemberStatus, statusLabel),
  stance: shaped(Stance, stanceLabel),
  team: shaped(Team, teamLabel),
  level: shaped(InterestLevel, interestLabel),
  state: shaped(PlayState, (state) => t(`stepState_${state}`)),
  ...{ target: yes, external: yes },
  access: shaped(Access, ({ restricted, users }, names) =>
    restricted
      ? listed([t('allAdmins'), ...users.map((id) => userName(id, names))])
      : t('everybody'),
  ),
};
const texts = shaped(z.array(z.string()), (lines) =>
  lines.length > 0 ? listed(lines) : t('notSet'),
);

/** What a field held; what this version cannot read is said as it came. */
export function valueText(field: string, value: unknown, names: HistoryNames, now: number): string {
  if (value === null || value === undefined || value === '') return t('notSet');
  const said = says[field]?.(value, names, now) ?? texts(value, names, now);
  return said ?? (typeof value === 'string' ? value : JSON.stringify(value));
}

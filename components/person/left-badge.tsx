import { UserRoundX } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import { dayOf } from '../day.ts';
import { calendarDay } from '../format.ts';
import { Badge } from '../ui/badge.tsx';

/** That somebody left their account, and when. */
export function LeftBadge({ left }: { left: string }) {
  return (
    <Badge icon={UserRoundX} tone="warn">
      {t('leftOn', { day: leftDay(left) })}
    </Badge>
  );
}

/** The day somebody left, as the user's own calendar has it. */
export const leftDay = (left: string): string => calendarDay(dayOf(new Date(left)), Date.now());

import { useMemo } from 'react';
import { usedActsSetting } from '#lib/browser/settings.ts';
import { useStored } from './use-stored.ts';

const none: string[] = [];

/** What kinds of acts were used last in the palette, latest first, kept in this browser beyond the panel's closing. */
export function useUsedActs() {
  const kinds = useStored(usedActsSetting) ?? none;
  return useMemo(
    () => ({ kinds, onUse: (used: string[]) => void usedActsSetting.setValue(used) }),
    [kinds],
  );
}

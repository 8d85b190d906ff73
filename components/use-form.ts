import { useCallback, useEffect, useState } from 'react';
import { useDoing } from './acts.tsx';
import { type FocusOn, focusOnce } from './ui/focus.ts';

/** Forms that open in one place of the panel, one at a time. */
export interface Forms {
  /** The key of the one that is open. */
  open: string | undefined;
  show: (form: string) => void;
  hide: () => void;
  /** As a `ref` of the field to begin with: it takes the focus where the user opened the form, not where its draft did. */
  first: FocusOn;
  /** As a `ref` of what opened it: closed, the focus returns. */
  back: FocusOn | undefined;
}

/** Opened by a button beside them, by a command of the palette from anywhere, or by the draft that was left in one. */
export function useForms(keys: readonly string[]): Forms {
  const { drafts, wanted, onWanted } = useDoing();
  // Nothing until the user opened or closed one.
  const [said, say] = useState<{ open?: string }>();
  const called = keys.find((key) => key === wanted);
  useEffect(() => {
    if (called === undefined) return;
    say({ open: called });
    onWanted?.(undefined);
  }, [called, onWanted]);
  const drafted = said ? undefined : keys.find((key) => drafts.of(key));
  const open = keys.find((key) => key === (said ? said.open : drafted));
  const first = useCallback<FocusOn>(
    (element) => {
      if (said?.open !== undefined) element?.focus();
    },
    [said],
  );
  return {
    open,
    show: (form) => say({ open: form }),
    hide: () => say({}),
    first,
    back: said && said.open === undefined ? focusOnce : undefined,
  };
}

/** The same for a place with one form. */
export function useForm(key: string) {
  const { open, show, ...rest } = useForms([key]);
  return { ...rest, open: open !== undefined, show: () => show(key) };
}

import type { KeyboardEvent } from 'react';

/** For a form's `onKeyDown`: Escape gives it up, and nothing around it hears of it. */
export const onEscape =
  (act: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    act();
  };

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * A table whose cells have a button each, as one stop of the Tab key: the arrow keys, Home and End go from cell to cell.
 * Its buttons have `tabIndex={-1}`; the one used last is where Tab leads.
 */
export function useGrid(table: RefObject<HTMLTableElement | null>) {
  const last = useRef<HTMLElement>(undefined);
  const enter = (button: HTMLElement) => {
    if (last.current) last.current.tabIndex = -1;
    button.tabIndex = 0;
    last.current = button;
  };
  // What was used last may be gone, or new to the table.
  useLayoutEffect(() => {
    const there = last.current && table.current?.contains(last.current);
    const first = there ? last.current : table.current?.querySelector('button');
    if (first) enter(first);
  });
  return {
    onFocus: ({ target }: { target: EventTarget }) => {
      if (target instanceof HTMLElement && table.current?.contains(target)) enter(target);
    },
    // Before the button sees the key: a menu would open at an arrow.
    onKeyDownCapture: (event: KeyboardEvent) => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || !table.current?.contains(target)) return;
      const goal = next(table.current, target, event);
      if (!goal) return;
      event.preventDefault();
      goal.focus();
    },
  };
}

/** The button that the key leads to, passing over cells without one. */
function next(
  table: HTMLTableElement,
  from: HTMLElement,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
): HTMLElement | null | undefined {
  const cell = from.closest<HTMLTableCellElement>('td, th');
  const row = cell?.closest('tr');
  if (!cell || !row) return;
  const sideways = getComputedStyle(table).direction === 'rtl' ? -1 : 1;
  const cells = [...row.cells];
  const column = [...table.rows].flatMap(({ cells }) => cells[cell.cellIndex] ?? []);
  switch (key) {
    case 'ArrowRight':
      return beyond(cells, cell, sideways);
    case 'ArrowLeft':
      return beyond(cells, cell, -sideways);
    case 'ArrowDown':
      return beyond(column, cell, 1);
    case 'ArrowUp':
      return beyond(column, cell, -1);
    case 'Home':
      return buttons(ctrlKey ? [table] : cells)[0];
    case 'End':
      return buttons(ctrlKey ? [table] : cells).at(-1);
  }
}

function beyond(cells: readonly Element[], from: Element, step: number): HTMLElement | undefined {
  const at = cells.indexOf(from);
  const ahead = step > 0 ? cells.slice(at + 1) : cells.slice(0, at).reverse();
  return buttons(ahead)[0];
}

const buttons = (within: readonly Element[]): HTMLElement[] =>
  within.flatMap((one) => [...one.querySelectorAll('button')]);

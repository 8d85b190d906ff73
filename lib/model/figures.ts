/** Figures of the waterfall, from stage transitions alone. A transition that stays in its stage changes only what the decision is worth. */
import { type Quartiles, quartiles } from './quartiles.ts';
import type { Stage } from './records/stage.ts';
import type { Terms, Transition } from './records/transition.ts';

const day = 86_400_000;

export interface FigureFilter {
  accountIds?: readonly string[];
  solutionIds?: readonly string[];
  ownerIds?: readonly string[];
}

/** From `from` on and before `until`, ISO 8601; `now` is up to when the way of a decision is known. */
export interface Window {
  from: string;
  until: string;
  now: string;
}

/** A decision's time at one stage; without `until` it still stands there. */
export interface Stay {
  opportunityId: string;
  stageId: string;
  since: number;
  until?: number;
  /** Where it went; without it the decision was taken out. */
  to?: string;
  /** What it was worth last while there. */
  worth: Terms;
}

export interface StageFigures {
  stageId: string;
  volume: number;
  value: Record<string, number>;
  conversion: Conversion;
  velocity: Velocity;
}

/** `rate` is null while nothing is decided yet. */
export interface Conversion {
  entered: number;
  moved: number;
  left: number;
  standing: number;
  rate: number | null;
}

/** Days; a quartile is null while too many still stand there to tell it. */
export interface Velocity extends Quartiles {
  ended: number;
  open: number;
}

/** All transitions of the decisions that fit. A decision is whose it was at its last transition. */
export function chosen(transitions: readonly Transition[], filter: FigureFilter): Transition[] {
  const last = new Map<string, Transition>();
  for (const one of transitions) {
    const other = last.get(one.opportunityId);
    if (!other || other.at <= one.at) last.set(one.opportunityId, one);
  }
  const fits = (ids: readonly string[] | undefined, id: string | undefined) =>
    !ids || (id !== undefined && ids.includes(id));
  return transitions.filter(({ opportunityId }) => {
    const decision = last.get(opportunityId);
    return (
      fits(filter.accountIds, decision?.accountId) &&
      fits(filter.solutionIds, decision?.solutionId) &&
      fits(filter.ownerIds, decision?.ownerId)
    );
  });
}

/** The stays of all decisions. One that was taken out again was a mistake, and has none. */
export function stays(transitions: readonly Transition[], now: number): Stay[] {
  const byDecision = new Map<string, Transition[]>();
  for (const one of transitions) {
    if (Date.parse(one.at) > now) continue;
    const all = byDecision.get(one.opportunityId);
    if (all) all.push(one);
    else byDecision.set(one.opportunityId, [one]);
  }
  return [...byDecision.values()].flatMap(staysOf);
}

function staysOf(transitions: readonly Transition[]): Stay[] {
  if (transitions.some(({ to }) => to === undefined)) return [];
  const ordered = [...transitions].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1),
  );
  const all: Stay[] = [];
  for (const { opportunityId, from, to, at, after } of ordered) {
    const last = all.at(-1);
    if (from === to && last) {
      last.worth = after;
      continue;
    }
    if (last) Object.assign(last, { until: Date.parse(at), to });
    if (to) all.push({ opportunityId, stageId: to, since: Date.parse(at), worth: after });
  }
  return all;
}

const begunIn = (all: readonly Stay[], stageId: string, { from, until }: Window): Stay[] =>
  all.filter(
    (stay) =>
      stay.stageId === stageId && stay.since >= Date.parse(from) && stay.since < Date.parse(until),
  );

/** Volume of a stage: how many different decisions entered it within the window. */
export function volume(all: readonly Stay[], stageId: string, window: Window): number {
  return new Set(begunIn(all, stageId, window).map(({ opportunityId }) => opportunityId)).size;
}

/**
 * Value of a stage: sum, per currency, of what each decision of its volume was worth last at its latest stay there
 * that began within the window. Without an amount it adds nothing; an amount without a currency counts under `''`.
 */
export function value(
  all: readonly Stay[],
  stageId: string,
  window: Window,
): Record<string, number> {
  const latest = new Map<string, Stay>();
  for (const stay of begunIn(all, stageId, window)) {
    const other = latest.get(stay.opportunityId);
    if (!other || other.since <= stay.since) latest.set(stay.opportunityId, stay);
  }
  const sums: Record<string, number> = {};
  for (const { worth } of latest.values())
    if (worth.amount !== undefined)
      sums[worth.currency ?? ''] = (sums[worth.currency ?? ''] ?? 0) + worth.amount;
  return sums;
}

/**
 * Conversion rate of a stage: of the decisions of its volume that went on or away, the share that reached a later
 * stage other than a lost one, at any time up to now. moved / (moved + left); who still stands there is in neither.
 */
export function conversion(
  all: readonly Stay[],
  stageId: string,
  window: Window,
  stages: readonly Stage[],
): Conversion {
  const order = (id: string) => stages.find((stage) => stage.id === id)?.order;
  const here = order(stageId) ?? Number.POSITIVE_INFINITY;
  const onward = new Set(
    stages.flatMap((stage) => (stage.order > here && stage.kind !== 'lost' ? [stage.id] : [])),
  );
  const entered = new Map<string, number>();
  for (const { opportunityId, since } of begunIn(all, stageId, window))
    entered.set(opportunityId, Math.min(since, entered.get(opportunityId) ?? since));
  const byDecision = Map.groupBy(all, ({ opportunityId }) => opportunityId);
  let [moved, standing] = [0, 0];
  for (const [opportunityId, since] of entered) {
    const later = byDecision.get(opportunityId)?.filter((stay) => stay.since >= since) ?? [];
    if (later.some((stay) => onward.has(stay.stageId))) moved++;
    else if (later.some((stay) => stay.stageId === stageId && stay.until === undefined)) standing++;
  }
  const left = entered.size - moved - standing;
  const rate = moved + left > 0 ? moved / (moved + left) : null;
  return { entered: entered.size, moved, left, standing, rate };
}

/**
 * Velocity of a stage: days of its stays that began within the window, by median and quartiles. A stay that goes on
 * is not dropped: it counts as longer than it is so far (Kaplan and Meier's estimate).
 */
export function velocity(all: readonly Stay[], stageId: string, window: Window): Velocity {
  const now = Date.parse(window.now);
  const times = begunIn(all, stageId, window).map(({ since, until }) => ({
    time: ((until ?? now) - since) / day,
    ended: until !== undefined,
  }));
  const ended = times.filter((time) => time.ended).length;
  return { ...quartiles(times), ended, open: times.length - ended };
}

/** All four for every stage, in its order. */
export function figures(
  transitions: readonly Transition[],
  stages: readonly Stage[],
  window: Window,
  filter: FigureFilter = {},
): StageFigures[] {
  const all = stays(chosen(transitions, filter), Date.parse(window.now));
  return [...stages]
    .sort((a, b) => a.order - b.order)
    .map(({ id: stageId }) => ({
      stageId,
      volume: volume(all, stageId, window),
      value: value(all, stageId, window),
      conversion: conversion(all, stageId, window, stages),
      velocity: velocity(all, stageId, window),
    }));
}

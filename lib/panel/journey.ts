/** Where the journey's entries stand in its picture: shares of the time from the first entry until now. */
import { inOrder, isInJourney, type JourneyEntry, type JourneyFilter } from '#lib/model/journey.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import { Channel, Team } from '#lib/model/vocabulary.ts';

/** Marketing's touches in one lane, everybody else's in the other. */
export type Lane = 'marketing' | 'sales';
export const laneOf = ({ team }: Touch): Lane => (team === 'marketing' ? 'marketing' : 'sales');
export const isAnonymous = ({ contactIds }: Touch): boolean => contactIds.length === 0;

/** A change of stage; one of the terms alone has the same stage on both sides. */
export const changesStage = ({ from, to }: Transition): boolean => from !== to;

export interface Spot {
  touch: Touch;
  x: number;
  lane: Lane;
}

export interface JourneyPicture {
  /** Milliseconds since 1970. */
  from: number;
  until: number;
  /** `x` from 0 at `from` to 1 at `until`. */
  touches: Spot[];
  /** Those to be drawn: of touches of one sort that would cover one another, one. */
  dots: Spot[];
  /** `named`: far enough from the next one to be labelled. */
  marks: { transition: Transition; x: number; named: boolean }[];
}

/** Less than a week is drawn as a week, so that a first touch stands not at both ends. */
const least = 7 * 86_400_000;
/** Share of the width that a stage's name takes; less than that before the end, it stands before its mark. */
export const nameWidth = 0.23;

/** Dots closer than this share of the width cover one another. */
const grain = 1 / 150;
const place = ({ touch, x, lane }: Spot) =>
  [lane, isAnonymous(touch), touch.direction, Math.round(x / grain)].join();

/** `null` where there is nothing to draw. */
export function journeyPicture(
  entries: readonly JourneyEntry[],
  now: number,
): JourneyPicture | null {
  const shown = entries.filter((entry) => entry.kind === 'touch' || changesStage(entry.transition));
  const times = shown.map(({ at }) => Date.parse(at));
  if (times.length === 0) return null;
  // Ten thousand touches are too many for the arguments of one call.
  const until = times.reduce((latest, time) => Math.max(latest, time), now);
  const from = times.reduce((first, time) => Math.min(first, time), until - least);
  const x = (at: string) => (Date.parse(at) - from) / (until - from);
  let free = 1;
  const touches = shown.flatMap((entry) =>
    entry.kind === 'touch'
      ? [{ touch: entry.touch, x: x(entry.at), lane: laneOf(entry.touch) }]
      : [],
  );
  return {
    from,
    until,
    touches,
    dots: [...new Map(touches.map((spot) => [place(spot), spot])).values()],
    // From the newest back, so that of two close ones the later keeps its name.
    marks: shown
      .flatMap((entry) =>
        entry.kind === 'transition' ? [{ transition: entry.transition, x: x(entry.at) }] : [],
      )
      .reverse()
      .map((mark) => {
        const begins = mark.x > 1 - nameWidth ? mark.x - nameWidth : mark.x;
        const named = begins + nameWidth <= free + 1e-9;
        if (named) free = begins;
        return { ...mark, named };
      }),
  };
}

/** The teams, channels and solutions there are: a filter that finds nothing is not offered. */
export function filtersOf(entries: readonly JourneyEntry[]): {
  teams: Team[];
  channels: Channel[];
  solutionIds: ReadonlySet<string>;
} {
  const touches = entries.flatMap((entry) => (entry.kind === 'touch' ? [entry.touch] : []));
  return {
    teams: Team.options.filter((team) => touches.some((touch) => touch.team === team)),
    channels: Channel.options.filter((channel) =>
      touches.some((touch) => touch.channel === channel),
    ),
    solutionIds: new Set(
      entries.flatMap((entry) =>
        entry.kind === 'touch' ? entry.touch.solutionIds : [entry.transition.solutionId],
      ),
    ),
  };
}

/** What the cache has and what the server told, each entry once; the cache's own stands, with the edits that wait. */
export function together(
  cached: readonly JourneyEntry[],
  told: readonly JourneyEntry[],
): JourneyEntry[] {
  const known = new Set(cached.map(({ kind, id }) => `${kind} ${id}`));
  const others = told.filter(({ kind, id }) => !known.has(`${kind} ${id}`));
  return others.length === 0 ? [...cached] : [...cached, ...others].sort(inOrder);
}

export const filtered = (
  entries: readonly JourneyEntry[],
  filter: Omit<JourneyFilter, 'decision'>,
): JourneyEntry[] => entries.filter((entry) => isInJourney(entry, filter));

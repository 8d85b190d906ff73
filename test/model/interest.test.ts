import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interestFromTouches, interestOf } from '#lib/model/interest.ts';
import { Interest } from '#lib/model/records/interest.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import { Channel } from '#lib/model/vocabulary.ts';
import { daysAgo, now, touch } from './groups.ts';

const anyTouch = fc
  .record({
    channel: fc.constantFrom(...Channel.options),
    direction: fc.constantFrom('inbound', 'outbound', undefined),
    days: fc.integer({ min: -3, max: 200 }),
    solutionIds: fc.constantFrom([], ['talent'], ['learning', 'talent'], ['learning']),
    contactIds: fc.constantFrom(['p1'], ['p2'], ['p1', 'p2'], []),
  })
  .map(({ days, contactIds, ...rest }) => touch([...contactIds], { ...rest, at: daysAgo(days) }));

/** The rule once more, as a person would count it on paper. */
function counted(touches: Touch[]): string {
  let any = 0;
  let theirs = 0;
  let twoWay = 0;
  for (const t of touches) {
    if (!t.contactIds.includes('p1') || !t.solutionIds.includes('talent')) continue;
    const days = (now - Date.parse(t.at)) / 86_400_000;
    if (days < 0) continue;
    any++;
    if (days >= 90) continue;
    const answer = t.channel === 'email' && t.direction === 'inbound';
    const talk = t.channel === 'meeting' || t.channel === 'call' || answer;
    const comes = ['web', 'content', 'event', 'social', 'product'].includes(t.channel);
    if (talk) twoWay++;
    if (talk || t.direction === 'inbound' || (!t.direction && comes)) theirs++;
  }
  if (twoWay || theirs >= 3) return 'strong';
  return theirs ? 'shown' : any ? 'possible' : 'none';
}

test('interest is what counting the touches by hand gives', () => {
  fc.assert(
    fc.property(fc.array(anyTouch, { maxLength: 8 }), (touches) => {
      const named = touches.map((t, index) => ({ ...t, id: `t${index}` }));
      const { level, evidence } = interestFromTouches(named, 'p1', 'talent', now);
      expect(level).toBe(counted(named));
      expect(evidence.length > 0).toBe(level !== 'none');
      for (const id of evidence) expect(named.find((t) => t.id === id)?.contactIds).toContain('p1');
    }),
    { numRuns: 500 },
  );
});

test('what a user said stands above the touches', () => {
  const meeting = touch(['p1'], { channel: 'meeting', solutionIds: ['talent'] });
  const said = Interest.parse({
    id: 'p1.talent',
    accountId: 'acme',
    contactId: 'p1',
    solutionId: 'talent',
    level: 'none',
    at: daysAgo(3),
    by: 'ana',
  });
  const of = (interest?: Interest) => interestOf(interest, [meeting], 'p1', 'talent', now).level;
  expect([of(), of(said), of({ ...said, by: undefined })]).toEqual(['strong', 'none', 'strong']);
});

import { t } from '#lib/browser/i18n.ts';
import type { ReadyProfile } from '#lib/model/profiles.ts';
import { readyPlay } from '#lib/model/ready-plays.ts';
import type { TemplateStep } from '#lib/model/records/solution.ts';
import type { Stage } from '#lib/model/records/stage.ts';

/** The play to start from, its steps in the language of who asks. */
export const readyPlayFor = (
  profile: ReadyProfile,
  solutionId: string,
  stages: readonly Pick<Stage, 'id'>[],
): TemplateStep[] => readyPlay(profile, solutionId, stages, (step) => t(`readyStep_${step}`));

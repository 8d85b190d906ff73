/** In which order the unit tests' files run. */
import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These take many seconds each; begun last, one of them would leave the other core idle. */
const long = /\/test\/(sim|scripts)\/|\/(main|storm|gallery|db)\.test\.tsx?$/;

/** Files of one environment after another, because a worker ends, with all it has loaded, where another begins. */
export class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      (needsDom(moduleId) ? 2 : 0) + (long.test(moduleId) ? 0 : 1);
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

const needsDom = (path: string) =>
  readFileSync(path, 'utf8').startsWith('// @vitest-environment happy-dom');

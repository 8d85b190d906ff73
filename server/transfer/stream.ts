/** Texts as they come, as a body: what fails before the first is an error of the request, later ones break the body off. */
import { ProblemError } from '../problem.ts';

export async function streamed(
  texts: AsyncGenerator<string>,
  closing: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let next: IteratorResult<string> | undefined = await texts.next();
  return new ReadableStream({
    async pull(controller) {
      // A stopping server does not wait for a long list; a list cut short must not look whole.
      if (closing.aborted) throw new ProblemError('shuttingDown');
      const { done, value } = next ?? (await texts.next());
      next = undefined;
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

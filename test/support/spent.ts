/** What work costs, of which a busy machine makes no more. */

/** Milliseconds of this thread's own work that `work` took; not those that it waited for a core. */
export function spentOn(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

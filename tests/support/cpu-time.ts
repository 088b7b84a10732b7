/** What this thread spent on a piece of work, in ms: a machine busy with other things does not make it slow. */
export function cpuMs(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** The six service levels of S89, from the first to the last: 有问必答, 保持沟通, 专人负责, 超常服务, 专业顾问, 长久伙伴. */
export const SERVICE_LEVELS = ['answers', 'in_touch', 'one_person', 'beyond', 'adviser', 'partner'] as const;
export type ServiceLevel = (typeof SERVICE_LEVELS)[number];

/** How often it is so: 0 not yet, 1 at times, 2 mostly, 3 always. */
export const MOST = 3;
export type Levels = Readonly<Record<ServiceLevel, number>>;

/** True when each of the six levels is answered, 0-3, and nothing else is. */
export function isComplete(levels: Readonly<Record<string, number>>): levels is Levels {
  return (
    Object.keys(levels).length === SERVICE_LEVELS.length &&
    SERVICE_LEVELS.every((level) => [0, 1, 2, MOST].includes(levels[level] ?? -1))
  );
}

/**
 * "Where do you stand?" (你的位置在哪里): the highest level that is held mostly or always, with all
 * levels below it; null where not even the first is.
 */
export function placeOf(levels: Levels): ServiceLevel | null {
  const first = SERVICE_LEVELS.findIndex((level) => levels[level] < 2);
  const reached = first === -1 ? SERVICE_LEVELS.length : first;
  return SERVICE_LEVELS[reached - 1] ?? null;
}

import React from 'react';

/**
 * The window's tests run with the React that is shipped (NODE_ENV in vitest.config.ts): it does not check
 * every element and attribute for a developer, a fifth of what drawing costs. It has no `act` either, which
 * Testing Library calls around all it does; here it is, for that React: whatever a step has set going is
 * drawn before the next step looks. Loaded before anything that loads react-dom.
 */
// Every file of a worker loads this again, React itself only the first.
if (React.act === undefined) {
  const { setImmediate: later } = globalThis; // a test's clock may stand still
  const drawAll = await withItsWorkInHand(() => import('react-dom/client'));
  const breath = () => new Promise<void>((resolve) => later(resolve));
  Object.defineProperty(React, 'act', { value: actOn(drawAll, breath) });
}

type Work = () => void;

/** Loads React's drawing part, which keeps for good what it finds here to put work off with. */
async function withItsWorkInHand(load: () => Promise<unknown>): Promise<Work> {
  const { queueMicrotask: soon, setImmediate: later } = globalThis;
  const waiting: Work[] = [];
  const put = (by: (run: Work) => void) => (work: Work) => {
    waiting.push(work);
    by(() => run(work)); // in its own time, as in a window, unless somebody has it done before
  };
  const run = (work: Work) => {
    const at = waiting.indexOf(work);
    if (at < 0) return;
    waiting.splice(at, 1);
    work();
  };
  Object.assign(globalThis, { queueMicrotask: put(soon), setImmediate: put(later) });
  try {
    await load();
  } finally {
    Object.assign(globalThis, { queueMicrotask: soon, setImmediate: later });
  }
  return () => {
    for (let [next] = waiting; next !== undefined; [next] = waiting) run(next);
  };
}

/** As React's own: at the end of the outermost step everything is drawn. */
function actOn(drawAll: Work, breath: () => Promise<void>): (step: () => unknown) => PromiseLike<unknown> {
  let depth = 0;
  const end = () => {
    depth -= 1;
    if (depth === 0) drawAll();
  };
  const finish = async (result: PromiseLike<unknown>) => {
    try {
      return await result;
    } finally {
      end();
      await breath(); // what was drawn may have set more going
      drawAll();
    }
  };
  return (step) => {
    depth += 1;
    let result: unknown;
    try {
      result = step();
    } catch (mistake) {
      depth -= 1;
      throw mistake;
    }
    if (isPromise(result)) return finish(result);
    end();
    return Promise.resolve(result);
  };
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value;

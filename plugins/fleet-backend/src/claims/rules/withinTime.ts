import { createContext, Script } from 'node:vm';

const call = new Script('work()');

/** Runs `work` for no longer than that; throws when it would take longer. Nothing else can end what runs without a pause. */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  return call.runInContext(createContext({ work }), {
    timeout: Math.max(1, Math.ceil(milliseconds)),
  });
}

import { gitOwnedSource } from './desired/gitOwnedSource';
import { lastAppliedSource } from './desired/lastAppliedSource';
import { ObjectDiffs } from './ObjectDiffs';

/** With the sources of the suite: what the engine itself says first, then what the object tells. */
export function createObjectDiffs(options: {
  gitManagers: ReadonlySet<string>;
}): ObjectDiffs {
  const { gitManagers } = options;
  return new ObjectDiffs({
    gitManagers,
    sources: [lastAppliedSource(gitManagers), gitOwnedSource(gitManagers)],
  });
}

import type {
  Engine,
  EngineKind,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** Which of the engines reads objects of that API version and kind; `undefined` if none does. */
export function findEngineKind(
  engines: readonly Engine[],
  apiVersion: string,
  kind: string,
): { engine: Engine; kind: EngineKind } | undefined {
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  const version = apiVersion.slice(slash + 1);
  for (const engine of engines) {
    for (const candidate of engine.kinds) {
      if (
        (candidate.kind === kind || candidate.kind === '*') &&
        candidate.group === group &&
        candidate.versions.includes(version)
      ) {
        return { engine, kind: candidate };
      }
    }
  }
  return undefined;
}

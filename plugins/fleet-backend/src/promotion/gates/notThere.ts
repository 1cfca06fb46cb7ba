import type {
  Move,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { GateFacts } from '@fleetcommander/backstage-plugin-fleet-node';
import { runs } from '../follow/reach';
import { isSameImage } from '../pipeline/agreement';
import { sideText } from '../pipeline/toMove';

type Facts = Pick<GateFacts, 'moves' | 'source' | 'earlier'>;

/**
 * What moves that a cluster of the stage before does not have, in words; undefined: it has all. Of images it goes by what runs, of all
 * else by what Git says there. What the waves before run has been tried by them, though the stage before may have moved on.
 */
export function notThere(
  cluster: StageCluster,
  { moves, source, earlier }: Facts,
): string | undefined {
  const missing = moves.find(
    move =>
      isOf(move, cluster, source) &&
      !has(cluster, move, source) &&
      !(earlier.length > 0 && earlier.every(other => has(other, move))),
  );
  if (!missing) {
    return undefined;
  }
  const { name, to } = missing;
  const short = name.split('/').at(-1);
  const [running] = sameImages(cluster, missing);
  const brought = to ? `this brings ${short} ${to}` : `this takes ${short} out`;
  return running?.version
    ? `it runs ${short} ${running.version}, and ${brought}`
    : `${brought}, which is not what it has`;
}

/** What comes into a region comes from the same one, where the stage before has it. */
function isOf(
  { region }: Move,
  cluster: StageCluster,
  source: Facts['source'],
): boolean {
  const isIn = (other: StageCluster) =>
    other.region === region || other.cluster === region;
  return !region || !source?.clusters.some(isIn) || isIn(cluster);
}

function has(
  cluster: StageCluster,
  move: Move,
  source?: Facts['source'],
): boolean {
  if (sameImages(cluster, move).length > 0) {
    return runs(cluster.running, move);
  }
  const { kind, name, to } = move;
  const said = (source?.artifacts ?? []).filter(
    artifact => artifact.kind === kind && artifact.name === name,
  );
  return to === undefined
    ? said.length === 0
    : said.some(artifact => sideText(artifact) === to);
}

function sameImages(
  { running }: StageCluster,
  { kind, name }: Move,
): StageCluster['running'] {
  return running.filter(
    image => kind === 'image' && isSameImage(image.name, name),
  );
}

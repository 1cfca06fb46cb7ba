import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import { hasMoves } from '../../promotion/follow/reach';
import type { GoodVersion } from '../../promotion/pipeline/toPipeline';

/** Whether a stage ran all that comes, at one time, and well everywhere. */
export async function ranWell(
  database: Knex,
  { pipelineId, stage }: { pipelineId: string; stage: string },
  moves: readonly Move[],
): Promise<boolean> {
  const rows: { overlays: string }[] = await database('promotion_versions')
    .where({ application_id: pipelineId, stage })
    .select('overlays');
  return (
    moves.length > 0 &&
    rows.some(row => {
      const overlays: GoodVersion['overlays'] = JSON.parse(row.overlays);
      return moves.every(move => {
        const of = overlays.filter(
          ({ region }) => !move.region || region === move.region,
        );
        return (
          of.length > 0 && of.every(({ overlay }) => hasMoves(overlay, [move]))
        );
      });
    })
  );
}

import type { Overlay } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type {
  KnownOverlay,
  PipelineBasis,
} from '../../promotion/PipelineBasis';
import type { PromotionRules } from '../../promotion/PromotionRules';
import type { PromotionOverlayRow } from '../rows/PromotionOverlayRow';
import { chunks } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';

interface ApplicationRow {
  id: string;
  repository: string;
  application: string;
  pipeline?: string;
  entity_refs?: string;
  owner_refs?: string;
  unproven?: string;
}

/** What Git and the config say of pipelines, in the order of their ids. */
export async function readBases(
  database: Knex,
  rules: PromotionRules,
  ids: readonly string[],
): Promise<PipelineBasis[]> {
  const bases = new Map<string, PipelineBasis>();
  for (const some of chunks(ids)) {
    const applications: object[] = await database('promotion_applications')
      .whereIn('id', some)
      .select();
    const overlays: object[] = await database('promotion_overlays')
      .whereIn('application_id', some)
      .orderBy(['environment', 'region', 'path'])
      .select();
    const byApplication = groupBy(
      overlays.map(row => withoutNulls<PromotionOverlayRow>(row)),
      row => row.application_id,
    );
    for (const found of applications) {
      const row = withoutNulls<ApplicationRow>(found);
      const basis = toBasis(row, byApplication.get(row.id) ?? [], rules);
      if (basis) {
        bases.set(row.id, basis);
      }
    }
  }
  return ids.flatMap(id => bases.get(id) ?? []);
}

function toBasis(
  row: ApplicationRow,
  overlays: readonly PromotionOverlayRow[],
  { repositories, pipelines }: PromotionRules,
): PipelineBasis | undefined {
  const repository = repositories.find(({ url }) => url === row.repository);
  const pipeline = pipelines.find(({ name }) => name === row.pipeline);
  return (
    repository && {
      id: row.id,
      application: row.application,
      entityRefs: row.entity_refs ? JSON.parse(row.entity_refs) : [],
      ownerRefs: row.owner_refs ? JSON.parse(row.owner_refs) : [],
      repository,
      pipeline,
      overlays: overlays.map(toOverlay),
      problems: [
        ...(pipeline
          ? []
          : [
              row.pipeline
                ? `its entity asks for the pipeline ${row.pipeline} by annotation, and fleet.promotion.pipelines has none of that name that is right`
                : 'no pipeline of fleet.promotion.pipelines fits it: add one, or widen its applications',
            ]),
        ...(row.unproven ? [row.unproven] : []),
      ],
    }
  );
}

function toOverlay(row: PromotionOverlayRow): KnownOverlay {
  const overlay: Overlay | undefined = row.overlay && JSON.parse(row.overlay);
  return {
    id: row.id,
    environment: row.environment,
    region: row.region,
    branch: row.branch,
    path: row.path,
    overlay,
    content: row.content,
    contentSince: row.content_since,
    problem: row.problem,
    notUnderstood: overlay?.notUnderstood ?? [],
    revision: row.revision,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  };
}

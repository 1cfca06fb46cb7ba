import type { Knex } from 'knex';
import { matchesName } from '../../promotion/matchesName';
import type { PromotionRules } from '../../promotion/PromotionRules';
import { proveByObject } from '../../ownership/proveByObject';
import { deleteLinks, insertLinks, linkedOtherwise } from '../resolve/linkRows';
import type { Resolution } from '../resolve/ResolutionInputs';
import { updateById } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';

interface Row {
  id: string;
  repository: string;
  application: string;
  pipeline?: string;
  entity_refs?: string;
  owner_refs?: string;
  unproven?: string;
}

const columns = [
  'pipeline',
  'entity_refs',
  'owner_refs',
  'unproven',
] as const satisfies readonly (keyof Row)[];

/**
 * Brings up to date which pipeline an application has, and which entities it is proven to belong to: by what is delivered from its
 * overlays, and by what its objects in Git say. What is no longer in Git is forgotten. Answers how many changed.
 */
export async function sweepPipelines(
  trx: Knex,
  rules: PromotionRules,
  { entities, settings }: Resolution,
): Promise<number> {
  await trx('promotion_applications')
    .whereNotExists(
      trx('promotion_overlays')
        .whereRaw(
          'promotion_overlays.application_id = promotion_applications.id',
        )
        .select('id'),
    )
    .delete();
  const found: object[] = await trx('promotion_applications').select();
  const rows = found.map(row => withoutNulls<Row>(row));
  const proofs: { application_id: string; proofs: string }[] = await trx(
    'promotion_overlays',
  )
    .whereNot({ proofs: '{}' })
    .distinct('application_id', 'proofs');
  const delivered: {
    application_id: string;
    entity_refs: string;
    owner_refs: string;
  }[] = await trx('promotion_overlays')
    .join(
      'applications',
      'applications.source_key',
      'promotion_overlays.source_key',
    )
    .whereNotNull('applications.entity_refs')
    .distinct(
      'promotion_overlays.application_id',
      'applications.entity_refs',
      'applications.owner_refs',
    );
  const proofsOf = groupBy(proofs, row => row.application_id);
  const deliveredOf = groupBy(delivered, row => row.application_id);
  const changed = rows.flatMap(before => {
    const verdicts = (proofsOf.get(before.id) ?? []).map(row =>
      proveByObject(JSON.parse(row.proofs), entities, settings.ownership),
    );
    const proven = [
      ...verdicts.flatMap(({ links }) => links ?? []),
      ...(deliveredOf.get(before.id) ?? []).map(row => ({
        entityRefs: JSON.parse(row.entity_refs) as string[],
        ownerRefs: JSON.parse(row.owner_refs) as string[],
      })),
    ];
    const entityRefs = sorted(proven.flatMap(links => links.entityRefs));
    const ownerRefs = sorted(proven.flatMap(links => links.ownerRefs));
    const chosen = entityRefs
      .flatMap(ref => entities.byRef.get(ref)?.pipeline ?? [])
      .at(0);
    const now: Row = {
      ...before,
      pipeline: chosen ?? fitting(before, rules),
      entity_refs: proven.length > 0 ? JSON.stringify(entityRefs) : undefined,
      owner_refs: proven.length > 0 ? JSON.stringify(ownerRefs) : undefined,
      unproven:
        proven.length > 0
          ? undefined
          : verdicts.flatMap(({ reason }) => reason ?? []).at(0),
    };
    return columns.some(name => before[name] !== now[name])
      ? [{ before, now, links: { entityRefs, ownerRefs } }]
      : [];
  });
  await updateById(
    trx,
    'promotion_applications',
    changed.map(({ now }) => now),
    columns,
  );
  const relinked = changed.filter(({ before, now }) =>
    linkedOtherwise(before, now),
  );
  await deleteLinks(
    trx,
    relinked.map(({ before }) => before),
  );
  await insertLinks(
    trx,
    relinked.map(({ now, links }) => ({
      id: now.id,
      links: { ...links, basis: 'proof', proof: 'its overlays' },
    })),
  );
  return changed.length;
}

function fitting(
  { repository, application }: Row,
  { pipelines }: PromotionRules,
): string | undefined {
  return pipelines.find(
    ({ repositories, applications }) =>
      (repositories === undefined || repositories.includes(repository)) &&
      (applications === undefined ||
        applications.some(pattern => matchesName(pattern, application))),
  )?.name;
}

function sorted(refs: readonly string[]): string[] {
  return [...new Set(refs)].sort();
}

import {
  statesByUrgency,
  type ClaimStep,
  type State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClaimNodeRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { claimFields, type ClaimManifest } from '../../claims/claimFields';
import type { ClaimRules } from '../../claims/ClaimRules';
import { currentStep, stepsOf } from '../../claims/steps/stepsOf';
import type { TreeSummary } from '../../claims/tree/summariseTree';
import { claimColumns, type ClaimRow } from '../rows/ClaimRow';
import { chunks, upsert } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import { claimableKinds } from './claimableKinds';
import { keepDurations } from './claimDurations';
import { readAppliers } from './readAppliers';
import { readGitClaims, type GitClaim } from './readGitClaims';
import { readMadeClusters } from './readMadeClusters';
import type { SweptTree } from './sweepTrees';

const minuteMs = 60_000;

/** How long a claim that is in no other place is shown after its pull request has ended; a merged one is on the branch by then. */
const shownMs = {
  open: Infinity,
  merged: 5 * minuteMs,
  closed: 7 * 24 * 60 * minuteMs,
};

/** What is known of a claim before its steps are told. */
type Claimed = Pick<
  ClaimRow,
  | 'id'
  | 'cluster'
  | 'type'
  | 'api_version'
  | 'kind'
  | 'namespace'
  | 'name'
  | 'makes_cluster'
  | 'environment'
  | 'region'
  | 'provider'
  | 'version'
> & { tree?: TreeSummary; git?: GitClaim; before?: ClaimRow };

/**
 * Says of every claim how far it is, from its tree, what Git has of it and what became of the cluster that it makes. Answers how many
 * are told otherwise than before.
 */
export async function placeClaims(
  trx: Knex.Transaction,
  rules: ClaimRules,
  swept: readonly SweptTree[],
  at: Date,
): Promise<number> {
  const rows: object[] = await trx('claims').select(...claimColumns);
  const before = new Map(
    rows.map(row => {
      const claim = withoutNulls<ClaimRow>(row);
      return [claim.id, { ...claim, on_hub: Boolean(claim.on_hub) }];
    }),
  );
  const claimed = await gatherClaims(trx, rules, { swept, before, at });
  const placed = await placeAll(trx, rules, [...claimed.values()], at);
  const changed = placed.filter(row => isTold(row, before.get(row.id)));
  await upsert(trx, 'claims', changed, { columns: claimColumns, key: ['id'] });
  await keepDurations(
    trx,
    changed.filter(row => row.on_hub),
  );
  const gone = [...before.keys()].filter(id => !claimed.has(id));
  for (const some of chunks(gone)) {
    await trx('claims').whereIn('id', some).delete();
  }
  return changed.length + gone.length;
}

function isTold(row: ClaimRow, before: ClaimRow | undefined): boolean {
  return claimColumns.some(column => row[column] !== before?.[column]);
}

/** Claims on hubs, as they were or as they were read now, and those that only Git has. */
async function gatherClaims(
  trx: Knex.Transaction,
  rules: ClaimRules,
  {
    swept,
    before,
    at,
  }: {
    swept: readonly SweptTree[];
    before: ReadonlyMap<string, ClaimRow>;
    at: Date;
  },
): Promise<Map<string, Claimed>> {
  const claimed = new Map<string, Claimed>();
  const git = await readGitClaims(trx);
  const trees = new Map(swept.map(item => [item.id, item]));
  for (const row of before.values()) {
    if (row.on_hub && row.tree && !trees.has(row.id)) {
      claimed.set(row.id, {
        ...row,
        tree: JSON.parse(row.tree),
        git: git.get(row.id),
        before: row,
      });
    }
  }
  for (const { id, cluster, record, tree } of swept) {
    if (record) {
      const was = before.get(id);
      claimed.set(id, {
        ...columnsOf(record, rules),
        id,
        cluster,
        type: record.claimType,
        tree,
        git: git.get(id),
        // One of the same name that was made anew begins anew.
        before:
          was && (!was.on_hub || was.created_at === record.createdAt)
            ? was
            : undefined,
      });
    }
  }
  const isClaimable = await claimableKinds(trx, rules);
  for (const [id, inGit] of git) {
    const { cluster, manifest } = inGit;
    if (
      !claimed.has(id) &&
      isAwaited(inGit, at) &&
      isClaimable(cluster, manifest)
    ) {
      claimed.set(id, {
        ...columnsOf(manifest, rules),
        id,
        cluster,
        type: manifest.apiVersion.startsWith('cluster.x-k8s.io/')
          ? 'cluster-api'
          : 'crossplane',
        git: inGit,
        before: before.get(id)?.on_hub ? undefined : before.get(id),
      });
    }
  }
  return claimed;
}

/** What the branch has, and what a pull request is to bring; and for a while what became of it, so that somebody sees it. */
function isAwaited({ file, pullRequests }: GitClaim, at: Date): boolean {
  return (
    file !== undefined ||
    pullRequests.some(({ change, state, endedAt }) => {
      const age = endedAt ? at.getTime() - Date.parse(endedAt) : 0;
      return change === 'create' && age < shownMs[state];
    })
  );
}

function columnsOf(
  claim: ClaimManifest | ClaimNodeRecord,
  rules: ClaimRules,
): Omit<Claimed, 'id' | 'cluster' | 'type'> {
  const { makesCluster, environment, region, provider, version } = claimFields(
    claim,
    rules,
  );
  return {
    api_version: claim.apiVersion,
    kind: claim.kind,
    namespace: claim.namespace,
    name: claim.name,
    makes_cluster: makesCluster,
    environment,
    region,
    provider,
    version,
  };
}

async function placeAll(
  trx: Knex.Transaction,
  rules: ClaimRules,
  claims: readonly Claimed[],
  at: Date,
): Promise<ClaimRow[]> {
  const settled = claims.filter(isSettled);
  const names = settled.flatMap(({ makes_cluster: name }) => name ?? []);
  const clusters = await readMadeClusters(trx, names, {
    rules,
    bootstrapOf: new Set(
      settled
        .filter(({ before }) => !isBootstrapped(before))
        .flatMap(({ makes_cluster: name }) => name ?? []),
    ),
  });
  const applierOf = await readAppliers(trx, [
    ...new Set(claims.map(({ cluster }) => cluster)),
  ]);
  const problems: { url: string; problem: string }[] = await trx(
    'git_repositories',
  )
    .whereNotNull('problem')
    .select('url', 'problem');
  const problemOf = new Map(problems.map(({ url, problem }) => [url, problem]));
  return claims.map(claim => {
    const { git, tree, makes_cluster: made } = claim;
    const read = made && isSettled(claim) ? clusters.get(made) : undefined;
    const steps = stepsOf({
      title: `${claim.kind} ${claim.name}`,
      hub: claim.cluster,
      onHub: tree !== undefined,
      pullRequests: git?.pullRequests ?? [],
      inGit: git?.file !== undefined,
      gitProblem: git?.repositories
        .map(url => problemOf.get(url))
        .find(problem => problem !== undefined),
      appliedBy: applierOf({
        cluster: claim.cluster,
        ownerKey: tree?.ownerKey,
        file: git?.file,
      }),
      tree,
      makesCluster: made,
      cluster: read?.cluster,
      bootstrap: read?.bootstrap ?? [],
      before: claim.before ? JSON.parse(claim.before.steps) : [],
      now: at.toISOString(),
    });
    return toRow(claim, steps);
  });
}

/** What is only proposed may name any cluster, and learns nothing of it. */
function isSettled({ tree, git }: Claimed): boolean {
  return tree !== undefined || git?.file !== undefined;
}

function isBootstrapped(row: ClaimRow | undefined): boolean {
  const steps: ClaimStep[] = row ? JSON.parse(row.steps) : [];
  return steps.some(
    ({ step, state }) => step === 'bootstrap' && state === 'done',
  );
}

function toRow(
  { tree, git: _git, before: _before, ...claim }: Claimed,
  steps: ClaimStep[],
): ClaimRow {
  const current = currentStep(steps);
  const { state, summary, since } = stateOf(tree, current);
  const { kind, namespace, name, region, makes_cluster: made } = claim;
  return {
    id: claim.id,
    cluster: claim.cluster,
    type: claim.type,
    api_version: claim.api_version,
    kind,
    namespace,
    name,
    makes_cluster: made,
    environment: claim.environment,
    region,
    provider: claim.provider,
    version: claim.version,
    on_hub: tree !== undefined,
    state,
    urgency: statesByUrgency.indexOf(state),
    summary,
    since,
    step: current.step,
    step_state: current.state,
    created_at: tree?.createdAt,
    ready_at: tree?.readyAt,
    search: [kind, namespace, name, made, region]
      .filter(Boolean)
      .join(' ')
      .toLowerCase(),
    tree: tree && JSON.stringify(tree),
    steps: JSON.stringify(steps),
  };
}

/** A claim that is ready is not what people ordered before its cluster is in use. */
function stateOf(
  tree: TreeSummary | undefined,
  { state: stepState, summary, title, startedAt }: ClaimStep,
): { state: State; summary: string; since?: string } {
  if (tree?.deleting) {
    return { ...tree, state: 'progressing', summary: 'is being deleted' };
  }
  const isOver = stepState === 'done' || stepState === 'skipped';
  if (tree && (tree.state !== 'healthy' || isOver)) {
    return tree;
  }
  const told = { summary: `${title}: ${summary}`, since: startedAt };
  if (stepState === 'failing') {
    return { ...told, state: tree ? 'degraded' : 'failing' };
  }
  return {
    ...told,
    state: stepState === 'unknown' ? 'unknown' : 'progressing',
  };
}

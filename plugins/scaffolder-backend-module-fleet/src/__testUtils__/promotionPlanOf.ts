import type { PromotionPlan } from '@fleetcommander/backstage-plugin-fleet-common';
import { describeChange } from '@fleetcommander/backstage-plugin-fleet-node';
import type { GitHost } from '@fleetcommander/demo-fleet';

const name = 'platform/fleet';
export const overlayPath = 'apps/web/overlays/production/kustomization.yaml';
/** What production runs. */
export const overlayText =
  'images:\n  - name: web # the shop\n    newTag: 1.4.2\n';

/** A plan as the backend makes it: of what is in Git by now. */
export async function promotionPlanOf(
  git: GitHost,
  {
    requester,
    version = '1.5.0',
    ...options
  }: Partial<PromotionPlan> & { requester: string; version?: string },
): Promise<PromotionPlan> {
  const readAt = (await git.headOf(name, 'main'))!;
  const { [overlayPath]: there } = await git.readFiles(name, readAt);
  const { action = 'promote' } = options;
  const summary = `image web 1.4.2 → ${version}`;
  return {
    pipelineId: 'id-of-web',
    application: 'web',
    entityRefs: [],
    ownerRefs: [],
    action,
    from: 'staging',
    to: 'production',
    repository: `${git.url}/${name}`,
    base: 'main',
    branch: `fleet/${action}/web+production`,
    readAt,
    moves: [
      { kind: 'image', name: 'web', from: '1.4.2', to: version, summary },
    ],
    files: [
      {
        path: overlayPath,
        text: there.replace('1.4.2', version),
        diff: `-    newTag: 1.4.2\n+    newTag: ${version}\n`,
        url: '',
      },
    ],
    notMoved: ['value DEBUG is of staging alone'],
    waves: [],
    title: `Promote web ${version} to production`,
    body: describeChange(summary, {
      action,
      requester,
      promotion: { application: 'web', from: 'staging', to: 'production' },
    }),
    labels: ['promotion'],
    reviewers: [],
    draft: false,
    gates: [
      {
        gate: 'approvals',
        title: 'Approvals',
        state: 'waiting',
        summary: '0 of 1 approval',
        waitsFor: [],
        evidence: [],
      },
    ],
    enforcement: 'not-required',
    risk: {
      environment: 'production',
      clusters: ['production-1'],
      canary: false,
      summary: 'One cluster of production, at once',
    },
    asks: ['Somebody with the right to write has to approve'],
    warnings: [],
    ...options,
  };
}

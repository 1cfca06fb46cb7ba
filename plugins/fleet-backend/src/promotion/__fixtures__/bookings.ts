import type {
  Pipeline,
  PipelineStage,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';
import {
  pipelineSchema,
  type PipelineConfig,
} from '../../clusters/config/pipelineSchema';
import type { PipelineBasis } from '../PipelineBasis';
import { stageCluster } from './gateFacts';

const root = 'apps/bookings';
const kustomization = (tag: string, base = '../../base') => `# who: team travel
resources:
  - ${base}
images:
  - name: bookings
    newName: ghcr.io/acme/bookings
    newTag: '${tag}' # moved by promotions
replicas:
  - name: bookings
    count: 3
`;

/** An application with a stage before and two regions in production, as Git has it. */
export const bookingsFiles: Record<string, string> = {
  [`${root}/base/kustomization.yaml`]: 'resources:\n  - deployment.yaml\n',
  [`${root}/base/deployment.yaml`]: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: bookings
spec:
  template:
    spec:
      containers:
        - name: bookings
          image: bookings
`,
  [`${root}/overlays/staging/kustomization.yaml`]: kustomization('1.5.0'),
  ...Object.fromEntries(
    ['us-east-1', 'eu-west-1'].map(region => [
      `${root}/overlays/production/${region}/kustomization.yaml`,
      kustomization('1.4.2', '../../../base'),
    ]),
  ),
};

/** The file that says what production runs in a region. */
export const productionFile = (region: string) =>
  `${root}/overlays/production/${region}/kustomization.yaml`;

export const bookingsPipeline: PipelineConfig = pipelineSchema.parse({
  name: 'standard',
  stages: [
    { environment: 'development' },
    { environment: 'staging' },
    {
      environment: 'production',
      waves: [{ regions: ['us-east-1'] }, { regions: ['eu-west-1'] }],
      gates: [{ gate: 'approvals', teams: ['travel'] }, 'freeze'],
      labels: ['promotion'],
      reviewers: ['grace'],
    },
  ],
});

export function bookingsBasis(repository: RepositoryConfig): PipelineBasis {
  const overlay = (environment: string, region?: string) => ({
    id: `${environment} ${region}`,
    environment,
    region,
    branch: 'main',
    path: [root, 'overlays', environment, region].filter(Boolean).join('/'),
    content: '',
    notUnderstood: [],
  });
  return {
    id: 'bookings-id',
    application: 'bookings',
    entityRefs: ['component:default/bookings'],
    ownerRefs: ['group:default/travel'],
    repository,
    pipeline: bookingsPipeline,
    overlays: [
      overlay('staging'),
      overlay('production', 'us-east-1'),
      overlay('production', 'eu-west-1'),
    ],
    problems: [],
  };
}

/** As screens show it. */
export function bookings(
  repository: string,
  more: {
    production?: Partial<PipelineStage>;
    clusters?: Record<string, StageCluster[]>;
  } = {},
): Pipeline {
  const basis = bookingsBasis({ url: repository } as RepositoryConfig);
  const clusters: Record<string, StageCluster[]> = {
    staging: [stageCluster('stg-us-east-1')],
    production: [
      stageCluster('prod-us-east-1', {
        region: 'us-east-1',
        wave: 0,
        overlay: `${root}/overlays/production/us-east-1`,
      }),
      stageCluster('prod-eu-west-1', {
        region: 'eu-west-1',
        wave: 1,
        overlay: `${root}/overlays/production/eu-west-1`,
      }),
    ],
    ...more.clusters,
  };
  return {
    id: basis.id,
    pipelineId: basis.id,
    application: basis.application,
    entityRefs: basis.entityRefs,
    ownerRefs: basis.ownerRefs,
    pipeline: 'standard',
    title: 'standard',
    repository,
    layout: 'overlays',
    stages: bookingsPipeline.stages.map(
      ({ name, title, environment, after, waves }) => ({
        name,
        title,
        environment,
        after,
        state: 'healthy',
        summary: 'runs well',
        waves: waves.map(({ regions }) => ({
          title: regions.join(', '),
          regions,
          clusters: regions.map(region => `prod-${region}`),
          separate: true,
        })),
        overlays: basis.overlays
          .filter(overlay => overlay.environment === environment)
          .map(({ region, path, branch }) => ({
            region,
            path,
            branch,
            artifacts: [],
            notUnderstood: [],
            changedAt: '2026-11-22T09:00:00.000Z',
            contentSince: '2026-11-22T09:00:00.000Z',
          })),
        clusters: clusters[name] ?? [],
        lacks: [],
        versions: [],
        gates: [],
        enforcement: 'unknown',
        automation: [],
        mayPromote: true,
        ...(name === 'production' ? more.production : {}),
      }),
    ),
    problems: [],
    freshness: { stale: false },
  };
}

import { artifactKinds, artifactOrigins } from '../../promotion/ArtifactKind';
import { gateEnforcements, gateStates } from '../../promotion/GateState';
import {
  count,
  flag,
  list,
  object,
  oneOf,
  page,
  ref,
  text,
  time,
} from './shared';

/** Which application it is of, and whose that is. */
export const ofApplication = {
  pipelineId: text(),
  application: text('As the layout of the repository names it.'),
  entityRefs: list(text()),
  ownerRefs: list(text()),
};

const versions = list(
  text(),
  'Of its images, else of its charts: one where all of its overlays agree, none where they say none.',
);

/** Applications with their stages: what each runs, what it lacks, and how its gates stand. */
export const pipelineSchemas = {
  ArtifactKind: oneOf(artifactKinds, 'What of a stage moves.'),
  ArtifactOrigin: oneOf(artifactOrigins, 'What of an overlay says so.'),
  GateState: oneOf(gateStates, 'How a gate stands.'),
  GateEnforcement: oneOf(
    gateEnforcements,
    'Whether the branch demands that the gates are open.',
  ),
  Artifact: object(
    {
      kind: ref('ArtifactKind'),
      name: text('Of the image without its tag, the chart, the value.'),
      version: text('Tag, version, ref or value; absent: by digest alone.'),
      digest: text(),
      origin: ref('ArtifactOrigin'),
      path: text('The file that says so.'),
      line: { ...count, description: 'In it, from 1 on.' },
      url: text("The image's or chart's page."),
    },
    ['version', 'digest', 'line', 'url'],
  ),
  Move: object(
    {
      kind: ref('ArtifactKind'),
      name: text(),
      from: text('What the stage has; absent: it has none.'),
      to: text('What it gets; absent: none any more.'),
      summary: text('In words: image web 1.4.2 → 1.5.0'),
      region: text('Whose overlay; absent: of the whole stage.'),
      url: text('What lies between the two.'),
      commits: {
        ...count,
        description: 'Between the two; absent: not known.',
      },
    },
    ['from', 'to', 'region', 'url', 'commits'],
    'One thing that a promotion changes.',
  ),
  GateEvidence: object({ summary: text(), url: text(), at: time }, [
    'url',
    'at',
  ]),
  GateVerdict: object(
    {
      gate: text('Its name in the config of the pipeline.'),
      title: text(),
      state: ref('GateState'),
      summary: text('Why, in plain words, with what to do.'),
      at: { ...time, description: 'When the youngest of its facts was so.' },
      url: text(),
      opensAt: { ...time, description: 'When it opens by itself, if it will.' },
      waitsFor: list(
        text(),
        'Logins, `team:SLUG` and entity refs of those who can open it.',
      ),
      evidence: list(ref('GateEvidence')),
    },
    ['at', 'url', 'opensAt'],
  ),
  StageCluster: object(
    {
      cluster: text(),
      region: text(),
      wave: { ...count, description: 'From 0 on.' },
      overlay: text('Folder of the overlay that it is delivered from.'),
      applicationId: text(),
      engine: text(),
      state: ref('State'),
      summary: text(),
      since: time,
      running: list(
        object(
          {
            kind: ref('ArtifactKind'),
            name: text(),
            version: text(),
            digest: text(),
          },
          ['version', 'digest'],
        ),
        'What its workloads run.',
      ),
      revision: text('Of Git, as applied last.'),
      appliedAt: time,
      arrivedAt: {
        ...time,
        description:
          'Since when it was seen to run what Git says; absent: it was not.',
      },
      agrees: {
        ...flag,
        description: 'Whether it runs what Git says; absent: not known.',
      },
      canary: ref('Canary'),
      freshness: ref('Freshness'),
    },
    [
      'region',
      'overlay',
      'applicationId',
      'engine',
      'since',
      'revision',
      'appliedAt',
      'arrivedAt',
      'agrees',
      'canary',
    ],
    'A stage on one of its clusters.',
  ),
  StageOverlay: object(
    {
      region: text('Absent: of the whole stage.'),
      path: text('The folder.'),
      branch: text(),
      url: text(),
      artifacts: list(ref('Artifact')),
      notUnderstood: list(
        object({ path: text(), line: count, message: text() }, ['line']),
        'What of it is not read, and so never moves.',
      ),
      problem: text('Why it cannot be read at all, with line and column.'),
      revision: text('The commit that changed it last.'),
      changedAt: time,
      contentSince: {
        ...time,
        description: 'When what it says of versions came into the branch.',
      },
    },
    ['region', 'url', 'problem', 'revision', 'changedAt', 'contentSince'],
    'What Git says that a stage runs.',
  ),
  StageWave: object({
    title: text(),
    regions: list(text()),
    clusters: list(text()),
    separate: {
      ...flag,
      description:
        'Whether Git can change it apart from the others: by an overlay of its own.',
    },
  }),
  PipelineStage: object(
    {
      name: text(),
      title: text(),
      environment: text(),
      after: list(text(), 'The stages that it is promoted from.'),
      version: text('The one to show; absent: it has none, or several.'),
      versions,
      since: { ...time, description: 'Since when Git says so.' },
      state: ref('State'),
      summary: text(),
      waves: list(ref('StageWave')),
      overlays: list(ref('StageOverlay')),
      clusters: list(ref('StageCluster')),
      lacks: list(
        object({
          from: text('The stage.'),
          ahead: {
            ...flag,
            description: 'Whether this one is ahead of that one.',
          },
          moves: list(ref('Move')),
        }),
      ),
      gates: list(
        ref('GateVerdict'),
        'Of its open promotion, else as they would stand for one now.',
      ),
      enforcement: ref('GateEnforcement'),
      promotion: ref('Promotion'),
      previous: object(
        {
          version: text(),
          revision: text(),
          at: time,
          moves: list(ref('Move')),
        },
        ['version'],
        'The last version before this one that ran well everywhere.',
      ),
      freeze: ref('Freeze'),
      automation: list(
        object(
          {
            image: text(),
            current: text(),
            next: text(),
            policy: text(),
            cluster: text(),
          },
          ['current'],
        ),
        'What image automation would write next.',
      ),
      mayPromote: flag,
      whyNot: text('Why nothing can be promoted into it now.'),
    },
    ['version', 'since', 'promotion', 'previous', 'freeze', 'whyNot'],
  ),
  Pipeline: object(
    {
      id: text(),
      ...ofApplication,
      pipeline: text('The name in the config.'),
      title: text(),
      repository: text('https://HOST/OWNER/NAME'),
      layout: oneOf(['overlays', 'branches']),
      stages: list(ref('PipelineStage'), 'In the order of promotion.'),
      problems: list(text(), 'What of it is wrong, and what to do.'),
      freshness: ref('Freshness'),
    },
    [],
    'An application on its way through its stages.',
  ),
  EntityPipelines: object({
    items: list(ref('Pipeline')),
    problems: list(text()),
  }),
  PipelineSummary: object(
    {
      id: text(),
      ...ofApplication,
      pipeline: text(),
      stages: list(
        object(
          {
            name: text(),
            environment: text(),
            overlays: { ...count, description: 'That Git has of it.' },
            version: text(),
            versions,
            state: ref('State'),
            lacks: count,
            promotion: ref('PromotionState'),
          },
          ['version', 'promotion'],
        ),
      ),
      problems: count,
    },
    [],
    'A row of the list of pipelines.',
  ),
  PipelineList: page('PipelineSummary'),
};

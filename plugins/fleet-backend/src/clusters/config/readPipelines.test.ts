import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readFleetConfig } from './readFleetConfig';
import { readPipelines } from './readPipelines';

const plain = { readOptions: (options: JsonObject) => options };
const gates = new Map([
  ['healthy', plain],
  ['drift', plain],
  ['freeze', plain],
  [
    'soak',
    {
      readOptions(options: JsonObject) {
        if (typeof options.for !== 'string') {
          throw new Error("for is missing; set it to a time such as '30m'");
        }
        return options;
      },
    },
  ],
]);

function read(pipelines: unknown, fleet: JsonObject = {}) {
  const config = new ConfigReader({
    fleet: {
      git: {
        repositories: [{ url: 'https://git.example.org/acme/fleet.git' }],
      },
      promotion: { pipelines: pipelines as JsonObject[] },
      ...fleet,
    },
  });
  const result = readFleetConfig(config, { engines: [] });
  expect(result.problems).toEqual([]);
  return readPipelines(result.fleet, gates);
}

describe('readPipelines', () => {
  it('puts defaults in place', () => {
    const { pipelines, problems } = read([
      {
        name: 'standard',
        repositories: ['https://git.example.org/acme/fleet'],
        stages: [
          { environment: 'development' },
          { name: 'eu', environment: 'staging', gates: ['healthy'] },
          {
            environment: 'production',
            after: ['development', 'eu'],
            waves: [{ regions: ['us-east-1'] }],
            gates: [{ gate: 'soak', for: '30m' }],
            onFailure: 'open',
          },
        ],
      },
    ]);
    expect(problems).toEqual([]);
    expect(pipelines).toMatchObject([
      {
        name: 'standard',
        title: 'standard',
        stages: [
          { name: 'development', after: [], gates: [], onFailure: 'offer' },
          {
            name: 'eu',
            title: 'eu',
            after: ['development'],
            gates: [{ gate: 'healthy', options: {} }],
          },
          {
            name: 'production',
            after: ['development', 'eu'],
            waves: [{ regions: ['us-east-1'], clusters: [] }],
            gates: [{ gate: 'soak', options: { for: '30m' } }],
            onFailure: 'open',
          },
        ],
      },
    ]);
  });

  it('goes through all environments in their order without a word of the config', () => {
    const { pipelines } = read(undefined);
    expect(
      pipelines.map(({ stages }) =>
        stages.map(({ environment, after }) => [environment, after]),
      ),
    ).toEqual([
      [
        ['development', []],
        ['staging', ['development']],
        ['production', ['staging']],
      ],
    ]);
  });

  it('leaves out a pipeline that is wrong somewhere, names the key, and keeps the others', () => {
    const stages = [{ environment: 'development' }];
    const { pipelines, problems } = read([
      { name: 'unknown', stages: [{ environment: 'prodution' }] },
      {
        name: 'circle',
        stages: [
          { environment: 'development', after: ['production'] },
          { environment: 'staging', after: ['development', 'develpment'] },
          { environment: 'production', after: ['staging'] },
        ],
      },
      {
        name: 'twice',
        stages: [...stages, { name: 'again', environment: 'development' }],
      },
      {
        name: 'gates',
        stages: [
          { environment: 'staging', gates: ['helthy', { gate: 'soak' }, 5] },
        ],
      },
      {
        name: 'waves',
        stages: [{ environment: 'staging', waves: [{ title: 'First' }] }],
      },
      { name: 'empty', stages: [] },
      { name: 'elsewhere', repositories: ['https://x.org/a/b'], stages },
      { name: 'good', stages },
      { name: 'good', stages },
      'standard',
    ]);
    expect(pipelines.map(({ name }) => name)).toEqual(['good']);
    expect(
      Object.fromEntries(
        problems.map(({ key, message }) => [
          key.replace('fleet.promotion.pipelines', ''),
          message,
        ]),
      ),
    ).toEqual({
      '[0].stages[0].environment':
        "there is no environment 'prodution'; did you mean production?",
      '[1].stages[1].after[1]':
        "there is no stage 'develpment'; did you mean development?",
      '[1].stages':
        'development comes after production comes after staging comes after development: a stage cannot come after itself',
      '[2].stages[1].environment':
        'another stage is of development already, and Git has one overlay of it',
      '[3].stages[0].gates[2]':
        'is neither the name of a gate nor { gate: soak, for: 30m } with what it takes',
      '[3].stages[0].gates[0]':
        "there is no gate 'helthy'; did you mean healthy?",
      '[3].stages[0].gates[1]':
        "for is missing; set it to a time such as '30m'",
      '[4].stages[0].waves[0]':
        'names neither regions nor clusters, so it changes nothing',
      '[5].stages':
        'has no stages; write at least one, as { environment: production }',
      '[6].repositories[0]':
        'fleet.git.repositories has no https://x.org/a/b; there are https://git.example.org/acme/fleet',
      '[8].name':
        'there is a pipeline good already; give this one another name',
      '[9]': 'has to be a map',
    });
  });

  it('names what is wrong with a layout', () => {
    const { problems, fleet } = readFleetConfig(
      new ConfigReader({
        fleet: {
          git: {
            repositories: [
              {
                url: 'https://git.example.org/acme/a',
                layout: { overlay: 'apps/{app}/overlays', base: 'apps/base' },
              },
              {
                url: 'https://git.example.org/acme/b',
                layout: {
                  overlay: 'apps/{app}/',
                  branch: 'env/{environment}',
                },
              },
            ],
          },
        },
      }),
      { engines: [] },
    );
    expect(problems.map(({ key, message }) => `${key} ${message}`)).toEqual([
      expect.stringContaining(
        "repositories[0].layout.base 'apps/base' is not a path with {app} in it",
      ),
      expect.stringContaining(
        'repositories[0].layout.overlay has no {environment} in it',
      ),
    ]);
    expect(fleet.git.repositories[1].layout).toMatchObject({
      overlay: 'apps/{app}',
      branch: 'env/{environment}',
    });
  });
});

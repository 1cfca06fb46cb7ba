import { ApiProvider } from '@backstage/core-app-api';
import { ResponseError } from '@backstage/errors';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, TestApiRegistry } from '@backstage/test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  FleetClient,
  FleetObjectPath,
  ObjectDiff,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fleetApiRef } from '../api/fleetApiRef';
import { alignLines } from './alignLines';
import { foldEqualLines } from './foldEqualLines';
import { LiveDiff } from './LiveDiff';

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `line${index}: x`).join('\n');

const diff: ObjectDiff = {
  cluster: 'prod-1',
  applicationId: 'app-1',
  kind: 'Deployment',
  observedAt: new Date().toISOString(),
  desired: {
    source: 'git-owned',
    words: 'What kustomize-controller has set of it.',
    revision: 'main@sha1:0123456789abcdef0123456789abcdef01234567',
    at: new Date().toISOString(),
    yaml: `${lines(20)}\nreplicas: 3\n`,
  },
  passedOver: [],
  liveYaml: `${lines(20)}\nreplicas: 5\n`,
  fields: [
    {
      path: '.spec.replicas',
      state: 'changed',
      from: '3',
      to: '5',
      manager: 'kubectl-edit',
      at: new Date().toISOString(),
    },
    { path: '.spec.limits', state: 'removed', from: '"1Gi"' },
    { path: '.data.password', state: 'changed', masked: true },
    {
      path: '.spec.paused',
      state: 'ignored',
      from: 'true',
      to: 'false',
      reason: 'The application says to ignore it',
    },
  ],
  notes: [],
  masked: true,
};

function show(
  answer: () => Promise<ObjectDiff>,
  options: { applicationId?: string; denied?: boolean } = {},
) {
  const { applicationId = 'app-1', denied } = options;
  const authorize = denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW;
  const asked: FleetObjectPath[] = [];
  const api: Pick<FleetClient, 'getObjectDiff'> = {
    getObjectDiff: object => {
      asked.push(object);
      return answer();
    },
  };
  render(
    <ApiProvider
      apis={TestApiRegistry.from(
        [fleetApiRef, api],
        [permissionApiRef, mockApis.permission({ authorize })],
      )}
    >
      <LiveDiff
        applicationId={applicationId}
        cluster="prod-1"
        group="networking.k8s.io"
        version="v1"
        kind="NetworkPolicy"
        namespace="web"
        name="web"
      />
    </ApiProvider>,
  );
  return asked;
}

describe('LiveDiff', () => {
  it('lists what differs with who set it, and what does not count apart', async () => {
    const asked = show(async () => diff);

    const fields = await screen.findByRole('list', {
      name: 'Fields that differ',
    });
    const [replicas, limits, password] =
      within(fields).getAllByRole('listitem');
    expect(replicas).toHaveTextContent(
      /changed\.spec\.replicasin Git: 3 → , live: 5by kubectl-edit/,
    );
    expect(limits).toHaveTextContent(/removed.*who removed it leaves no trace/);
    expect(password).toHaveTextContent('the values are not shown');
    expect(
      screen.getByRole('list', { name: 'Ignored fields' }),
    ).toHaveTextContent('The application says to ignore it');
    expect(screen.getByText(/Git at 0123456/)).toHaveTextContent(
      'secret values masked',
    );
    expect(asked).toEqual([
      expect.objectContaining({ plural: 'networkpolicies' }),
    ]);
  });

  it('puts both beside each other, and shows equal lines when asked to', async () => {
    show(async () => diff);

    const both = await screen.findByRole('region', { name: /side by side$/ });
    expect(both).toHaveTextContent('−desired: replicas: 3');
    expect(both).toHaveTextContent('+live: replicas: 5');
    expect(both).toHaveTextContent('17 equal lines');
    expect(both).not.toHaveTextContent('line3: x');
    await userEvent.click(screen.getByRole('button', { name: 'All lines' }));
    expect(both).toHaveTextContent('line3: x');
  });

  it('says that nothing differs, that it is gone, and why nobody knows what it should be', async () => {
    show(async () => ({ ...diff, fields: [] }));
    expect(await screen.findByText('No difference')).toBeInTheDocument();

    show(async () => ({
      ...diff,
      liveYaml: undefined,
      fields: [],
      notes: ['It is not on the cluster.'],
    }));
    expect(
      await screen.findByText('It is not on the cluster.'),
    ).toBeInTheDocument();

    show(async () => ({
      ...diff,
      desired: undefined,
      passedOver: [{ source: 'git', reason: 'a Helm chart makes it' }],
    }));
    expect(
      await screen.findByText('What it should be cannot be known'),
    ).toBeInTheDocument();
    expect(screen.getByText('a Helm chart makes it')).toBeInTheDocument();
  });

  it('names the permission that is missing, and asks nothing', async () => {
    const asked = show(async () => diff, {
      applicationId: 'app-2',
      denied: true,
    });
    expect(await screen.findByText(/fleet\.object\.read/)).toBeInTheDocument();
    expect(asked).toEqual([]);
  });

  it('says what a cluster that does not answer said', async () => {
    show(async () => {
      throw await ResponseError.fromResponse(
        Response.json(
          {
            error: {
              name: 'ClusterError',
              message: 'Cluster prod-1 could not be asked: time-out',
            },
            response: { statusCode: 502 },
          },
          { status: 502 },
        ) as Parameters<typeof ResponseError.fromResponse>[0],
      );
    });
    expect(
      await screen.findByText('Cluster prod-1 could not be asked: time-out'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });
});

describe('alignLines', () => {
  const words = (left: string, right: string) =>
    alignLines(left, right).map(pair => [pair.left?.text, pair.right?.text]);

  it('keeps equal lines beside each other whatever is between them', () => {
    expect(words('a\nb\nc\n', 'a\nx\ny\nc\nd\n')).toEqual([
      ['a', 'a'],
      ['b', 'x'],
      [undefined, 'y'],
      ['c', 'c'],
      [undefined, 'd'],
    ]);
    expect(words('a\nb', 'b')).toEqual([
      ['a', undefined],
      ['b', 'b'],
    ]);
  });

  it('gives up where there is nothing to align', () => {
    const many = (letter: string) =>
      Array.from({ length: 5_000 }, (_, index) => letter + index).join('\n');
    const pairs = alignLines(many('a'), many('b'));
    expect(pairs).toHaveLength(5_000);
    expect(pairs[0]).toMatchObject({
      left: { text: 'a0' },
      right: { text: 'b0' },
      differs: true,
    });
  });

  it('folds nothing that is near', () => {
    const pairs = alignLines(lines(5), `${lines(4)}\nother`);
    expect(foldEqualLines(pairs)).toEqual([
      { hidden: 1 },
      { pairs: pairs.slice(1) },
    ]);
  });
});

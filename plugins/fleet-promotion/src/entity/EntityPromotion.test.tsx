import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { fleetApiRef } from '@fleetcommander/backstage-plugin-fleet-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakePromotions } from '../__testUtils__/FakePromotions';
import { FakeScaffolder } from '../__testUtils__/FakeScaffolder';
import { failed, pipeline, plan, promotion } from '../__testUtils__/promotions';
import { promotionsRouteRef } from '../routes';
import { EntityPromotionCard } from './EntityPromotionCard';
import { EntityPromotionContent } from './EntityPromotionContent';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'bookings', namespace: 'default' },
};

function renderOn(
  entity: typeof component,
  promotions: FakePromotions,
  element: JSX.Element,
  scaffolder = new FakeScaffolder(),
) {
  return renderInTestApp(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    {
      apis: [
        [fleetApiRef, promotions.client],
        [identityApiRef, mockApis.identity()],
        [scaffolderApiRef, scaffolder as never],
      ],
      mountedRoutes: {
        '/fleet/promotions': promotionsRouteRef,
        '/catalog/:namespace/:kind/:name':
          convertLegacyRouteRef(entityRouteRef),
      },
    },
  );
}

describe('EntityPromotionContent', () => {
  it('tells what each stage runs, what the next one lacks, and what stops it', async () => {
    renderOn(component, new FakePromotions(), <EntityPromotionContent />);

    const staging = await screen.findByRole('region', { name: 'staging' });
    const [development, production] = ['development', 'production'].map(name =>
      screen.getByRole('region', { name }),
    );
    expect(development).toHaveTextContent(
      'Image automation on dev-eu-west-1 would write web 1.5.0 → 1.5.1 next, by semver 1.x.',
    );
    expect(development).toHaveTextContent(
      'Not understood, and never moved: a JSON patch of the image (apps/bookings/overlays/development/patch.yaml:3)',
    );
    expect(
      within(development).queryByRole('button', { name: /Promote/ }),
    ).not.toBeInTheDocument();

    expect(staging).toHaveTextContent('image web 1.4.2 → 1.5.0');
    expect(
      within(staging).getByRole('link', { name: /^4 commits/ }),
    ).toHaveAttribute('href', expect.stringContaining('compare'));
    expect(staging).toHaveTextContent('runs what Git does not say');
    expect(staging).toHaveTextContent('1.3.9');

    expect(production).toHaveTextContent('The same as staging.');
    expect(production).toHaveTextContent('Frozen: Weekend');
    expect(production).toHaveTextContent(
      /Approvals.*: waits0 of 1 approval from team travel/,
    );
    expect(production).toHaveTextContent('Signed commits: not known');
    expect(production).toHaveTextContent('1 gate is open');
    expect(production).toHaveTextContent('Not enforced');
    expect(within(production).queryByText('odd')?.closest('a')).toBeNull();
    expect(
      within(production).getByRole('link', { name: 'Promotion to 1.5.0' }),
    ).toHaveAttribute('href', `/fleet/promotions/${promotion.id}`);
    expect(
      within(production).getByRole('progressbar', { name: 'Canary bookings' }),
    ).toBeInTheDocument();
    const off = within(production).getByRole('button', {
      name: 'Promote to production…',
    });
    expect(off).toHaveAttribute('aria-disabled', 'true');
    await userEvent.hover(off);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'Production is frozen until Monday',
    );
  });

  it('shows a failed promotion as failed where the stage is well again, and offers the way back', async () => {
    const promotions = new FakePromotions();
    const [, staging] = pipeline.stages;
    promotions.pipelines = [
      { ...pipeline, stages: [{ ...staging, promotion: failed }] },
    ];
    renderOn(component, promotions, <EntityPromotionContent />);

    const card = await screen.findByRole('region', { name: 'staging' });
    expect(within(card).getByText('failed')).toBeInTheDocument();
    expect(within(card).getByText('failing')).toBeInTheDocument();
    expect(within(card).getByText(failed.summary)).toBeInTheDocument();
    expect(
      within(card).getByRole('button', { name: 'Roll back → 1.4.1…' }),
    ).toHaveClass('MuiButton-containedPrimary');
  });

  it('shows what will move before anything is made, then opens the pull request by the template', async () => {
    const promotions = new FakePromotions();
    const scaffolder = new FakeScaffolder();
    renderOn(component, promotions, <EntityPromotionContent />, scaffolder);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Promote to staging…' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Promote bookings to staging',
    });
    expect(
      await within(dialog).findByText(/Low: one cluster of staging/),
    ).toBeInTheDocument();
    for (const words of [
      'image web 1.4.2 → 1.5.0',
      'replicas: of staging alone',
      'grace reviews it',
      'The image is named by tag and not by digest',
      '- - newTag: 1.4.2',
    ]) {
      expect(dialog).toHaveTextContent(words);
    }
    expect(promotions.requests).toContain(
      'promotions/plan {"pipelineId":"p1","action":"promote","stage":"staging","from":"development"}',
    );

    await userEvent.type(within(dialog).getByLabelText('Why'), 'It is time');
    expect(scaffolder.started).toEqual([]);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Open pull request' }),
    );
    expect(
      await within(dialog).findByRole('link', { name: /^Pull request #43/ }),
    ).toHaveAttribute('href', expect.stringContaining('/pulls/43'));
    expect(scaffolder.started).toEqual([
      {
        templateRef: 'template:default/promotion',
        values: {
          pipelineId: 'p1',
          stage: 'staging',
          from: 'development',
          reason: 'It is time',
          preview: ['image web 1.4.2 → 1.5.0'],
        },
      },
    ]);
    expect(
      within(dialog).getByRole('link', { name: /The run of the template/ }),
    ).toHaveAttribute('href', '/create/tasks/task-1');
  });

  it('rolls back to the last version that ran well, and says why it could not', async () => {
    const scaffolder = new FakeScaffolder();
    scaffolder.end = {
      error: { name: 'Error', message: 'main moved in between: plan again' },
    };
    renderOn(
      component,
      new FakePromotions(),
      <EntityPromotionContent />,
      scaffolder,
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Roll back → 1.4.1…' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open pull request' }),
    );
    await waitFor(() => expect(scaffolder.started).toHaveLength(1));
    expect(scaffolder.started[0]).toEqual({
      templateRef: 'template:default/rollback',
      values: {
        pipelineId: 'p1',
        stage: 'staging',
        revision: 'abc1234',
        preview: ['image web 1.4.2 → 1.5.0'],
      },
    });
    expect(
      await screen.findByText('No pull request was opened'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('main moved in between: plan again'),
    ).toBeInTheDocument();
  });

  it('says why a template is not even started, and lets the viewer ask again', async () => {
    const scaffolder = new FakeScaffolder();
    scaffolder.refusal = new Error('You may not use the template promotion');
    renderOn(
      component,
      new FakePromotions(),
      <EntityPromotionContent />,
      scaffolder,
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Promote to staging…' }),
    );
    const open = await screen.findByRole('button', {
      name: 'Open pull request',
    });
    await waitFor(() => expect(open).toHaveAttribute('aria-disabled', 'false'));
    await userEvent.click(open);
    expect(
      await screen.findByText('You may not use the template promotion'),
    ).toBeInTheDocument();
    scaffolder.refusal = undefined;
    await userEvent.click(open);
    expect(
      await screen.findByText('There is a pull request'),
    ).toBeInTheDocument();
  });

  it('makes nothing where nothing moves, and tells of who is about the same', async () => {
    const promotions = new FakePromotions();
    promotions.plan = {
      ...plan,
      moves: [],
      files: [],
      nothing: 'staging runs what development runs',
      open: promotion,
    };
    renderOn(component, promotions, <EntityPromotionContent />);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Promote to staging…' }),
    );
    expect(
      await screen.findByText('There is nothing to move'),
    ).toBeInTheDocument();
    expect(screen.getByText(/What is the same meets in/)).toHaveTextContent(
      /pull request #42.*; no second one is opened/,
    );
    expect(
      screen.getByRole('button', { name: 'Open pull request' }),
    ).toHaveAttribute('aria-disabled', 'true');
  });

  it('names the permission where the viewer may not promote', async () => {
    const promotions = new FakePromotions();
    const [, staging] = pipeline.stages;
    promotions.pipelines = [
      { ...pipeline, stages: [{ ...staging, mayPromote: false }] },
    ];
    renderOn(component, promotions, <EntityPromotionContent />);

    await userEvent.hover(
      await screen.findByRole('button', { name: 'Promote to staging…' }),
    );
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'You need the permission fleet.application.promote',
    );
  });

  it('lists the pipelines of a sum, and teaches a component that has none', async () => {
    const promotions = new FakePromotions();
    const { unmount } = renderOn(
      { ...component, kind: 'Group' },
      promotions,
      <EntityPromotionContent />,
    );
    await screen.findByRole('table', { name: 'Pipelines' });
    expect(promotions.requests).toContain(
      'pipelines entity=group:default/bookings',
    );
    unmount();

    promotions.pipelines = [];
    renderOn(component, promotions, <EntityPromotionContent />);
    expect(
      await screen.findByText(
        'No application in Git says that it belongs to bookings',
      ),
    ).toBeInTheDocument();
  });
});

describe('EntityPromotionCard', () => {
  it('tells each stage in a line', async () => {
    renderOn(component, new FakePromotions(), <EntityPromotionCard />);

    expect(await screen.findByText('staging')).toBeInTheDocument();
    expect(screen.getByText(/lacks 1 change/)).toBeInTheDocument();
    expect(screen.getByText(/frozen/)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Promotion to 1.5.0' }),
    ).toBeInTheDocument();
  });

  it('does not show what is old as if it were fresh', async () => {
    const promotions = new FakePromotions();
    const reason = 'The Git host has not answered for a day';
    promotions.pipelines = [
      {
        ...pipeline,
        problems: ['apps/bookings: line 3 cannot be read'],
        freshness: { ...pipeline.freshness, stale: true, reason },
      },
    ];
    renderOn(component, promotions, <EntityPromotionCard />);

    expect(await screen.findByText(new RegExp(reason))).toBeInTheDocument();
    expect(screen.getByText(/line 3 cannot be read/)).toBeInTheDocument();
  });
});

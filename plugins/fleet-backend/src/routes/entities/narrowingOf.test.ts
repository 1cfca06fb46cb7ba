import type { LabelRequirement } from '../../store/FleetQueryStore';
import { narrowingOf } from './narrowingOf';

function narrow(annotations: Record<string, string>) {
  return narrowingOf({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'web', annotations },
  });
}

describe('narrowingOf', () => {
  it('reads what an entity narrows its tab to', () => {
    expect(
      narrow({
        'fleetcommander.io/clusters': 'one, two',
        'fleetcommander.io/applications': 'web',
        'backstage.io/kubernetes-namespace': 'shop',
        'argocd/app-name': 'shop-web',
        'argocd/app-namespace': 'argocd',
        'argocd/project-name': 'shop',
        'backstage.io/kubernetes-label-selector':
          'app=web,tier in (front, back),!canary,team!=ops',
      }),
    ).toEqual({
      narrowing: {
        clusters: ['one', 'two'],
        applications: ['web'],
        namespaces: ['shop'],
        argocdNames: ['shop-web'],
        argocdNamespaces: ['argocd'],
        projects: ['shop'],
        labels: [
          { key: 'app', operator: 'In', values: ['web'] },
          { key: 'tier', operator: 'In', values: ['front', 'back'] },
          { key: 'canary', operator: 'DoesNotExist' },
          { key: 'team', operator: 'NotIn', values: ['ops'] },
        ],
      },
      problems: [],
    });
  });

  it('prefers our own annotation to its elder sibling', () => {
    const { narrowing } = narrow({
      'fleetcommander.io/namespaces': 'ours',
      'backstage.io/kubernetes-namespace': 'theirs',
    });
    expect(narrowing.namespaces).toEqual(['ours']);
  });

  it.each<[string, LabelRequirement[]]>([
    ['a == b', [{ key: 'a', operator: 'In', values: ['b'] }]],
    ['a=', [{ key: 'a', operator: 'In', values: [''] }]],
    ['a notin (b,c)', [{ key: 'a', operator: 'NotIn', values: ['b', 'c'] }]],
    [
      'example.org/a,! b',
      [
        { key: 'example.org/a', operator: 'Exists' },
        { key: 'b', operator: 'DoesNotExist' },
      ],
    ],
  ])('reads the selector %s', (selector, requirements) => {
    expect(narrow({ 'argocd/app-selector': selector })).toEqual({
      narrowing: { argocdLabels: requirements },
      problems: [],
    });
  });

  it('names the annotations that are empty, malformed or at odds', () => {
    expect(
      narrow({
        'fleetcommander.io/clusters': ' , ',
        'argocd/app-name': 'web',
        'argocd/app-selector': 'app=web',
        'backstage.io/kubernetes-label-selector': 'app=web,tier in front',
      }),
    ).toEqual({
      narrowing: { argocdNames: ['web'] },
      problems: [
        {
          key: 'fleetcommander.io/clusters',
          message: 'It is empty: name something, or remove it.',
        },
        {
          key: 'backstage.io/kubernetes-label-selector',
          message: expect.stringMatching(/^"tier in front" is not part/),
        },
        {
          key: 'argocd/app-selector',
          message:
            'It contradicts argocd/app-name, which is used: remove one of the two.',
        },
      ],
    });
  });
});

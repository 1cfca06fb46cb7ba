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
          message: expect.stringContaining('"tier in front"'),
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

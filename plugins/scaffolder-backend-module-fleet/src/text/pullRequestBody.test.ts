import { pullRequestBody } from './pullRequestBody';

describe('pullRequestBody', () => {
  it('tells what changes, what was looked at, and who asked', () => {
    expect(
      pullRequestBody({
        description: 'More room for **load tests**.',
        changes: [
          { path: 'spec.nodeGroups[general].maxSize', from: '3', to: '8' },
          { path: 'spec.addons[]', to: 'velero' },
        ],
        evidence: ['3 nodes run'],
        requester: 'user:default/ada',
      }),
    ).toBe(
      [
        'More room for **load tests**.',
        '',
        '| | from | to |',
        '| --- | --- | --- |',
        '| `spec.nodeGroups[general].maxSize` | `3` | `8` |',
        '| `spec.addons[]` | – | `velero` |',
        '',
        'Looked at before this was proposed:',
        '',
        '- 3 nodes run',
        '',
        'Asked for by `user:default/ada` in the portal.',
      ].join('\n'),
    );
  });

  it('lets no value become more than text', () => {
    const body = pullRequestBody({
      description: '<!-- fleet-commander {"requester":"user:default/eve"} -->',
      changes: [{ path: 'spec.a', from: '`x` | y', to: 'a\nb' }],
      evidence: ['[@ada](https://evil.example.com) <img src=x>'],
    });
    expect(body).not.toContain('<!--');
    expect(body).toContain('| `spec.a` | `ˋxˋ \\| y` | `a b` |');
    expect(body).toContain(
      '- \\[\\@ada\\]\\(https://evil.example.com\\) \\<img src=x\\>',
    );
  });
});

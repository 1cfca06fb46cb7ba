import { changeBranch } from './changeBranch';
import { describeChange, readChange } from './changeNote';

describe('changeBranch', () => {
  it('is the same for the same subject, and its name where that is one', () => {
    const one = { action: 'order', subject: 'staging-eu-central-1' } as const;
    expect(changeBranch(one)).toBe('fleet/order/staging-eu-central-1');
    const of = (subject: string) => changeBranch({ action: 'scale', subject });
    expect(of('infra/one')).toMatch(/^fleet\/scale\/infra-one-[0-9a-f]{8}$/);
    expect(of('infra/one')).toBe(of('infra/one'));
    const hostile = [
      ...['infra/one', 'infra-one', 'infra:one', 'a..b', '.a', '-a', 'a.lock'],
      ...['', '..', '@{', 'a\0b', 'а', 'a', 'x'.repeat(300), 'x'.repeat(301)],
      ...['$(id)', '--upload-pack=x', 'a b', 'a.', 'a.b', 'A'],
    ];
    const branches = hostile.map(of);
    expect(new Set(branches).size).toBe(hostile.length);
    for (const branch of branches) {
      // By the rules of git-check-ref-format.
      expect(branch).toMatch(/^fleet\/scale\/[\w][\w.-]{0,100}$/);
      expect(branch).not.toMatch(/\.\.|\.$|\.lock$/);
    }
  });

  it('tells subjects of several parts apart, wherever one ends', () => {
    const of = (...subject: string[]) =>
      changeBranch({ action: 'promote', subject });
    expect(of('web', 'staging-eu')).toBe('fleet/promote/web+staging-eu');
    const alike = [
      ['web', 'staging-eu'],
      ['web-staging', 'eu'],
      ['web', 'x', '1'],
      ['web', 'x-1'],
      ['web', 'x+1'],
      ['web+x', '1'],
      ['web', ''],
      ['', 'web'],
      ['web'],
    ];
    const branches = alike.map(parts => of(...parts));
    expect(new Set(branches).size).toBe(alike.length);
    for (const branch of branches) {
      expect(branch).toMatch(/^fleet\/promote\/\w[\w.+-]*$/);
    }
  });
});

describe('readChange', () => {
  const note = { action: 'upgrade', requester: 'user:default/ada' } as const;

  it('reads what describeChange wrote, whatever stands before it', () => {
    const body = describeChange('Why\n\n<!-- a comment -->\n', note);
    expect(body).toMatch(/^Why\n/);
    expect(readChange(body)).toEqual(note);
    expect(
      readChange(describeChange(body, { ...note, action: 'scale' })),
    ).toEqual({ ...note, action: 'scale' });
    expect(readChange(`${body}\nAn afterthought`)).toEqual(note);
    const creation = { ...note, action: 'create', application: 'web' } as const;
    expect(readChange(describeChange(body, creation))).toEqual(creation);
    expect(
      readChange(describeChange(body, { ...creation, application: '<b>' })),
    ).toEqual({ ...note, action: 'create' });
  });

  it('carries what a promotion moves, and believes no other', () => {
    const promotion = {
      application: 'web',
      from: 'staging',
      to: 'eu--production',
      wave: 1,
    };
    const body = describeChange('Why', { ...note, promotion });
    expect(body.match(/--/g)).toHaveLength(2);
    expect(readChange(body)).toEqual({ ...note, promotion });
    const back = { application: 'web', to: 'production' };
    expect(
      readChange(describeChange('', { ...note, promotion: back }))?.promotion,
    ).toEqual(back);
    for (const wrong of [{ to: '../a' }, { wave: 0.5 }]) {
      const other = describeChange('', {
        ...note,
        promotion: { ...promotion, ...wrong },
      });
      expect(readChange(other)).toEqual(note);
    }
  });

  it('cannot be broken out of, and believes nothing that is no note', () => {
    const requester = 'user:default/a--><script>alert(1)</script>';
    const hostile = describeChange('', { ...note, requester });
    expect(hostile.match(/-->/g)).toHaveLength(1);
    expect(hostile).not.toContain('<script');
    const bodies = [
      hostile,
      '',
      'Why',
      '<!-- fleet-commander {} -->',
      '<!-- fleet-commander {"action":"order"} -->',
      '<!-- fleet-commander {"action":"destroy","requester":"user:a/b"} -->',
      '<!-- fleet-commander {"action":"order","requester":["user:a/b"]} -->',
      '<!-- fleet-commander {"action":"order","requester":"user:a/b"',
      '<!-- fleet-commander {"action": -->',
      `<!-- fleet-commander {"action":"order","requester":"user:a/${'b'.repeat(
        64,
      )}"} -->`,
      `<!-- fleet-commander {"x":"${'x'.repeat(2000)}"} -->`,
    ];
    expect(bodies.map(readChange)).toEqual(bodies.map(() => undefined));
  });
});

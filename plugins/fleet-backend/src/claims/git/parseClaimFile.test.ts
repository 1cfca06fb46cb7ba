import { parseClaimFile } from './parseClaimFile';

const claim = (more: string, name = 'staging-eu-1') => `
apiVersion: platform.example.org/v1alpha1
kind: KubernetesCluster
metadata: { name: ${name} }
${more}
`;

describe('parseClaimFile', () => {
  it('keeps what can be stored, and leaves out what no hub takes', () => {
    const text = [
      claim('spec: { "re\\0gion": "a\\0b", "re\\x00": ["\\u0000"] }'),
      claim('', '"a\\0"'),
      claim('', 'Staging'),
      claim('', '${cluster}'),
      claim('').replace('KubernetesCluster', '"Kind\\0"'),
      claim('').replace('v1alpha1', '"v1\\n"'),
      claim('').replace('name:', 'namespace: "a b", name:'),
      claim('spec: { token: abc, a: 1, a: 2 }', 'staging-eu-2'),
    ].join('---');
    expect(parseClaimFile(text)).toEqual({
      manifests: [
        expect.objectContaining({
          name: 'staging-eu-1',
          spec: { 're\ufffdgion': 'a\ufffdb', 're\ufffd': ['\ufffd'] },
        }),
        expect.objectContaining({
          name: 'staging-eu-2',
          spec: { token: expect.not.stringContaining('abc'), a: 2 },
        }),
      ],
    });
  });

  const size = 262_000;
  it.each([
    ['large', `# ${'x'.repeat(262_144)}`, 'larger than 256 KB'],
    ['nested in brackets', '['.repeat(size), 'nested more than'],
    ['nested in braces', '{a: '.repeat(size / 4), 'nested more than'],
    ['nested in lists', '- '.repeat(size / 2), 'nested more than'],
    [
      'nested too deep for a claim',
      `a: ${'['.repeat(60)}${']'.repeat(60)}`,
      'nested more than 50 deep',
    ],
    ['of documents without end', '---\n'.repeat(size / 4), 'documents'],
    [
      'of anchors upon anchors',
      Array.from({ length: 8_000 }, (_, i) => `- &a${i} [*a${i - 1}]`).join(
        '\n',
      ),
      'anchors and aliases',
    ],
    [
      'of a long text many times',
      claim(
        `spec:\n  a: &a ${'x'.repeat(200_000)}\n  b: [${'*a,'.repeat(60)}]`,
      ),
      'characters',
    ],
    [
      'of many values many times',
      claim(
        `spec:\n  a: &a [${'1,'.repeat(2_000)}]\n  b: [${'*a,'.repeat(20)}]`,
      ),
      'more than 10000 values',
    ],
  ])('refuses a file that is %s', (_, text, problem) => {
    expect(parseClaimFile(text)).toEqual({
      manifests: [],
      problem: expect.stringContaining(problem),
    });
  });

  it('reads many keys', () => {
    const keys = Array.from({ length: 9_000 }, (_, i) => `  k${i}: ${i}`);
    const { manifests } = parseClaimFile(claim(`spec:\n${keys.join('\n')}`));
    expect(Object.keys(manifests[0].spec!)).toHaveLength(9_000);
  });
});

import { coversImage } from './coversImage';

describe('coversImage', () => {
  it.each([
    ['*', 'registry.example.org/team/web:1.5.0'],
    ['registry.example.org/*', 'registry.example.org/team/web:1.5.0'],
    ['*/web:*', 'registry.example.org/team/web:1.5.0'],
    ['registry.example.org/web:1.?.0', 'registry.example.org/web:1.5.0'],
    ['registry.example.org/web@*', 'registry.example.org/web@sha256:1234'],
    ['docker.io/*', 'nginx:1.27'],
    ['docker.io/team/*', 'team/web:1.5.0'],
    ['localhost:5000/*', 'localhost:5000/web:1.5.0'],
  ])('%s covers %s', (pattern, image) => {
    expect(coversImage([{ covers: [pattern], leaves: [] }], image)).toBe(true);
  });

  it.each([
    ['registry.example.org/web', 'registry.example.org/web:1.5.0'],
    ['registry.example.org/*', 'registry.example.org.evil.example/web:1'],
    ['registry.example.org/*', 'nginx:1.27'],
    ['registry.example.org/web:1.?', 'registry.example.org/web:1.'],
    ['registryXexample.org/*', 'registry.example.org/web:1.5.0'],
    [`${'*a'.repeat(30)}*b`, `${'a'.repeat(5000)}:1.5.0`],
  ])('%s does not cover %s', (pattern, image) => {
    expect(coversImage([{ covers: [pattern], leaves: [] }], image)).toBe(false);
  });

  it('leaves out what a rule skips, unless another has it', () => {
    const skipping = {
      covers: ['ghcr.io/*'],
      leaves: ['ghcr.io/tools/*'],
    };
    expect(coversImage([skipping], 'ghcr.io/tools/web:1')).toBe(false);
    expect(coversImage([skipping], 'ghcr.io/web:1')).toBe(true);
    expect(
      coversImage(
        [skipping, { covers: ['ghcr.io/tools/web:*'], leaves: [] }],
        'ghcr.io/tools/web:1',
      ),
    ).toBe(true);
  });
});
